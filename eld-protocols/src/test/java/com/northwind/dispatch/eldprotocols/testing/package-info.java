/// What tests of this and other modules share, in the test jar.
@NullMarked
package com.northwind.dispatch.eldprotocols.testing;

import org.jspecify.annotations.NullMarked;
