@NullMarked
package com.northwind.dispatch.execution;

import org.jspecify.annotations.NullMarked;
