@NullMarked
package com.northwind.dispatch.contractrules.approved;

import org.jspecify.annotations.NullMarked;
