@NullMarked
package com.northwind.dispatch.gateway.device;

import org.jspecify.annotations.NullMarked;
