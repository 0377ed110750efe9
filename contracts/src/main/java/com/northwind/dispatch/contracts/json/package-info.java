/// Fast JSON.
@NullMarked
package com.northwind.dispatch.contracts.json;

import org.jspecify.annotations.NullMarked;
