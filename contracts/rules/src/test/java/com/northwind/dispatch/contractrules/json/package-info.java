@NullMarked
package com.northwind.dispatch.contractrules.json;

import org.jspecify.annotations.NullMarked;
