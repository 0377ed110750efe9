/// One bad frame on purpose: [com.northwind.dispatch.simulator.probe.Fault] says which,
/// [com.northwind.dispatch.simulator.probe.Probe] what the gateway made of it.
@NullMarked
package com.northwind.dispatch.simulator.probe;

import org.jspecify.annotations.NullMarked;
