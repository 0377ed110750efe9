@NullMarked
package com.northwind.dispatch.contracts.topic;

import org.jspecify.annotations.NullMarked;
