@NullMarked
package com.northwind.dispatch.routing.sequence;

import org.jspecify.annotations.NullMarked;
