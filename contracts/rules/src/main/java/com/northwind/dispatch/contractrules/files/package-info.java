/// Where the contracts lie in a checkout.
@NullMarked
package com.northwind.dispatch.contractrules.files;

import org.jspecify.annotations.NullMarked;
