@NullMarked
package com.northwind.dispatch.tabletpush.uplink;

import org.jspecify.annotations.NullMarked;
