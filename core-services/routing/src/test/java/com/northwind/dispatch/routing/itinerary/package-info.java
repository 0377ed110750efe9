@NullMarked
package com.northwind.dispatch.routing.itinerary;

import org.jspecify.annotations.NullMarked;
