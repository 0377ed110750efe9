@NullMarked
package com.northwind.dispatch.processkit.kafka;

import org.jspecify.annotations.NullMarked;
