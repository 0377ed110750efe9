/// Tests of the module as a whole.
@NullMarked
package com.northwind.dispatch.eldprotocols;

import org.jspecify.annotations.NullMarked;
