/// Tests of the package of the same name.
@NullMarked
package com.northwind.dispatch.localstack.contractlag;

import org.jspecify.annotations.NullMarked;
