/// Tests of the module as a whole.
@NullMarked
package com.northwind.dispatch.localstack;

import org.jspecify.annotations.NullMarked;
