/// Tests of the package of the same name.
@NullMarked
package com.northwind.dispatch.localstack.topic;

import org.jspecify.annotations.NullMarked;
