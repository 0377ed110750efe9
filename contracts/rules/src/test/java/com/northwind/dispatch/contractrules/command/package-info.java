@NullMarked
package com.northwind.dispatch.contractrules.command;

import org.jspecify.annotations.NullMarked;
