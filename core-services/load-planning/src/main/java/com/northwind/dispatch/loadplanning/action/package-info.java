/// What drivers do on their tablets, as far as it decides about loads: accepting and declining.
/// [ActionEffect] applies `tablet.actions`, each action once by the id made on the tablet; every
/// action about a load leaves a line in its history, also one that is refused because the driver no
/// longer has the load.
@NullMarked
package com.northwind.dispatch.loadplanning.action;

import org.jspecify.annotations.NullMarked;
