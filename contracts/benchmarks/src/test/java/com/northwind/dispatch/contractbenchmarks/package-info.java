@NullMarked
package com.northwind.dispatch.contractbenchmarks;

import org.jspecify.annotations.NullMarked;
