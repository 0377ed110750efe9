@NullMarked
package com.northwind.dispatch.tabletpush;

import org.jspecify.annotations.NullMarked;
