/// JSON as text that never depends on the day or the machine.
@NullMarked
package com.northwind.dispatch.contractrules.json;

import org.jspecify.annotations.NullMarked;
