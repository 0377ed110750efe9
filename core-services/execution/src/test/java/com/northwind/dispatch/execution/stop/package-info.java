@NullMarked
package com.northwind.dispatch.execution.stop;

import org.jspecify.annotations.NullMarked;
