@NullMarked
package com.northwind.dispatch.contractrules.sample;

import org.jspecify.annotations.NullMarked;
