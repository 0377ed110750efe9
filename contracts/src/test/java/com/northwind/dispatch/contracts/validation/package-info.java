/// Tests of the rules of fields.
@NullMarked
package com.northwind.dispatch.contracts.validation;

import org.jspecify.annotations.NullMarked;
