@NullMarked
package com.northwind.dispatch.gateway.tablet;

import org.jspecify.annotations.NullMarked;
