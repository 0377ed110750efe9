/// Tests of the package of the same name.
@NullMarked
package com.northwind.dispatch.gateway.feed;

import org.jspecify.annotations.NullMarked;
