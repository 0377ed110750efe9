/// What differs between two schemas, place by place, whether it matters or not.
@NullMarked
package com.northwind.dispatch.contractrules.diff;

import org.jspecify.annotations.NullMarked;
