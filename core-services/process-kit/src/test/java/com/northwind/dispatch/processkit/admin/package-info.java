@NullMarked
package com.northwind.dispatch.processkit.admin;

import org.jspecify.annotations.NullMarked;
