/// Tests of the package of the same name.
@NullMarked
package com.northwind.dispatch.eldprotocols.protocol;

import org.jspecify.annotations.NullMarked;
