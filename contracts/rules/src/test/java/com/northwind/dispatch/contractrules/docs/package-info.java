@NullMarked
package com.northwind.dispatch.contractrules.docs;

import org.jspecify.annotations.NullMarked;
