@NullMarked
package com.northwind.dispatch.contractrules.diff;

import org.jspecify.annotations.NullMarked;
