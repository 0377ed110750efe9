@NullMarked
package com.northwind.dispatch.gateway.listener;

import org.jspecify.annotations.NullMarked;
