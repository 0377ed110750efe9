/// Tests of the whole service, on a real broker and a real database.
@NullMarked
package com.northwind.dispatch.loadplanning;

import org.jspecify.annotations.NullMarked;
