/// Tests of the package of the same name.
@NullMarked
package com.northwind.dispatch.eldprotocols.vectors;

import org.jspecify.annotations.NullMarked;
