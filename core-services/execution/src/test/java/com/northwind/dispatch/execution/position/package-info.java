@NullMarked
package com.northwind.dispatch.execution.position;

import org.jspecify.annotations.NullMarked;
