/// Tests of the package of the same name.
@NullMarked
package com.northwind.dispatch.loadplanning.load;

import org.jspecify.annotations.NullMarked;
