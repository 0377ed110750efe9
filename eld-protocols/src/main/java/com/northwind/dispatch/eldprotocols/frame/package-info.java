/// What every hardware protocol shares: bytes as a value, frames that could not be read, checksums,
/// identities, and traffic of protocols that have no business on an ELD port.
@NullMarked
package com.northwind.dispatch.eldprotocols.frame;

import org.jspecify.annotations.NullMarked;
