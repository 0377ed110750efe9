@NullMarked
package com.northwind.dispatch.execution.device;

import org.jspecify.annotations.NullMarked;
