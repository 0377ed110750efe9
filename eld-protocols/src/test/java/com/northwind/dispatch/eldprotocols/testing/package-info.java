/// Helpers for tests of this and other modules, in the test jar.
@NullMarked
package com.northwind.dispatch.eldprotocols.testing;

import org.jspecify.annotations.NullMarked;
