@NullMarked
package com.northwind.dispatch.contractrules;

import org.jspecify.annotations.NullMarked;
