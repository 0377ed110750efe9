@NullMarked
package com.northwind.dispatch.processkit;

import org.jspecify.annotations.NullMarked;
