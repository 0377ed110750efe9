@NullMarked
package com.northwind.dispatch.processkit.lifecycle;

import org.jspecify.annotations.NullMarked;
