@NullMarked
package com.northwind.dispatch.contracts.envelope;

import org.jspecify.annotations.NullMarked;
