/// Tests of reading older versions.
@NullMarked
package com.northwind.dispatch.contracts.version;

import org.jspecify.annotations.NullMarked;
