@NullMarked
package com.northwind.dispatch.gateway;

import org.jspecify.annotations.NullMarked;
