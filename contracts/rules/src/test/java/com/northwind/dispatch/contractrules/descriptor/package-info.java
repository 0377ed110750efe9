@NullMarked
package com.northwind.dispatch.contractrules.descriptor;

import org.jspecify.annotations.NullMarked;
