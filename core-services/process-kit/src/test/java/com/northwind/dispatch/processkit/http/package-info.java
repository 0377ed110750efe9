@NullMarked
package com.northwind.dispatch.processkit.http;

import org.jspecify.annotations.NullMarked;
