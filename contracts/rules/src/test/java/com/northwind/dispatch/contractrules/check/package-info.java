@NullMarked
package com.northwind.dispatch.contractrules.check;

import org.jspecify.annotations.NullMarked;
