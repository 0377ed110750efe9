/// Tests of the package of the same name.
@NullMarked
package com.northwind.dispatch.eldprotocols.cli;

import org.jspecify.annotations.NullMarked;
