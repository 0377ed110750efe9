@NullMarked
package com.northwind.dispatch.routing.travel;

import org.jspecify.annotations.NullMarked;
