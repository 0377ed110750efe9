/// The house rules that every module's tests hold it to; they travel in this module's test jar.
@NullMarked
package com.northwind.dispatch.contracts.house;

import org.jspecify.annotations.NullMarked;
