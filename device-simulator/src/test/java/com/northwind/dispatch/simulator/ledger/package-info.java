@NullMarked
package com.northwind.dispatch.simulator.ledger;

import org.jspecify.annotations.NullMarked;
