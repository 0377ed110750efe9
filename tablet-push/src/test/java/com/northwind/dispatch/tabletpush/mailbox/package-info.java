@NullMarked
package com.northwind.dispatch.tabletpush.mailbox;

import org.jspecify.annotations.NullMarked;
