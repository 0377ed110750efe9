/// Tests of what is released: the approved schemas, the kept samples, and that the running code's
/// rules are the schemas' rules.
@NullMarked
package com.northwind.dispatch.contracts.release;

import org.jspecify.annotations.NullMarked;
