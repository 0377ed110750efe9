@NullMarked
package com.northwind.dispatch.contractrules.lint;

import org.jspecify.annotations.NullMarked;
