@NullMarked
package com.northwind.dispatch.tabletpush.grpc;

import org.jspecify.annotations.NullMarked;
