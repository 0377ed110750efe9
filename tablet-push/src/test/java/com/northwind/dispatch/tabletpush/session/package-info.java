@NullMarked
package com.northwind.dispatch.tabletpush.session;

import org.jspecify.annotations.NullMarked;
