/// A process's settings: read from the environment once, checked all together, printable with
/// secrets hidden.
@NullMarked
package com.northwind.dispatch.processkit.config;

import org.jspecify.annotations.NullMarked;
