/// Tests of the package of the same name.
@NullMarked
package com.northwind.dispatch.localstack.deadletter;

import org.jspecify.annotations.NullMarked;
