@NullMarked
package com.northwind.dispatch.servicekit;

import org.jspecify.annotations.NullMarked;
