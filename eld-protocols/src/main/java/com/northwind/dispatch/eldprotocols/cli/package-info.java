/// The `decode` command: hexadecimal bytes to telemetry, and vector files to a verdict. The only
/// place of this module that does I/O.
@NullMarked
package com.northwind.dispatch.eldprotocols.cli;

import org.jspecify.annotations.NullMarked;
