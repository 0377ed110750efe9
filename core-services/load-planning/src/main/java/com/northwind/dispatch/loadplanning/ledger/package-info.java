/// Carries decisions about loads out: one transaction for the load's state, its history, the
/// driver's sheet and the events others hear of. [LoadBook] is the only way a load changes;
/// [Outcome] is what it says.
@NullMarked
package com.northwind.dispatch.loadplanning.ledger;

import org.jspecify.annotations.NullMarked;
