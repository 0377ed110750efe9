@NullMarked
package com.northwind.dispatch.routing;

import org.jspecify.annotations.NullMarked;
