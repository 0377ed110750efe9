/// Tests of the package of the same name.
@NullMarked
package com.northwind.dispatch.eldprotocols.frame;

import org.jspecify.annotations.NullMarked;
