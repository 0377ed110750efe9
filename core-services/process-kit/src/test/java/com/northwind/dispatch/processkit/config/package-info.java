@NullMarked
package com.northwind.dispatch.processkit.config;

import org.jspecify.annotations.NullMarked;
