@NullMarked
package com.northwind.dispatch.gateway.ingest;

import org.jspecify.annotations.NullMarked;
