/// Takes telemetry in, many records in one transaction.
@NullMarked
package com.northwind.dispatch.execution.telemetry;

import org.jspecify.annotations.NullMarked;
