/// The schemas of the protobuf files as they are now, and where each stands in the history of its
/// type.
@NullMarked
package com.northwind.dispatch.contractrules.revision;

import org.jspecify.annotations.NullMarked;
