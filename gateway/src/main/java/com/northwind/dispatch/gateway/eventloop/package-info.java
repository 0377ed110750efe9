/// The threads every socket lives on, and how late they are.
@NullMarked
package com.northwind.dispatch.gateway.eventloop;

import org.jspecify.annotations.NullMarked;
