/// Tests of the package of the same name.
@NullMarked
package com.northwind.dispatch.loadplanning.request;

import org.jspecify.annotations.NullMarked;
