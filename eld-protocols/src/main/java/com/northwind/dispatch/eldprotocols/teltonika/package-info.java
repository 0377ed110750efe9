/// Teltonika.
@NullMarked
package com.northwind.dispatch.eldprotocols.teltonika;

import org.jspecify.annotations.NullMarked;
