/// Tests and fakes of the package of the same name.
@NullMarked
package com.northwind.dispatch.servicekit.apply;

import org.jspecify.annotations.NullMarked;
