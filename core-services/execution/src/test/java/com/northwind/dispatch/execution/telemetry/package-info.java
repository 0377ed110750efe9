@NullMarked
package com.northwind.dispatch.execution.telemetry;

import org.jspecify.annotations.NullMarked;
