@NullMarked
package com.northwind.dispatch.contractrules.schema;

import org.jspecify.annotations.NullMarked;
