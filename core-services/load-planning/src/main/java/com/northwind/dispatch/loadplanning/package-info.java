/// Load planning: assigns freight to a tractor and driver, and keeps each driver's route sheet.
///
/// | package | what it is about |
/// |---|---|
/// | `load` | a load's life: its rules, its state, its events |
/// | `ledger` | carrying a decision out, in one transaction |
/// | `request` | what dispatchers send, checked |
/// | `board` | the REST API of loads |
/// | `fleet` | drivers and tractors |
/// | `sheet` | the drivers' route sheets and their receipts |
/// | `route` | routing's decisions: `routing.routes` |
/// | `action` | drivers' answers: `tablet.actions` |
/// | `progress` | arrivals and departures: `execution.stops` |
///
/// [LoadPlanning] puts the parts together; [Main] runs them.
@NullMarked
package com.northwind.dispatch.loadplanning;

import org.jspecify.annotations.NullMarked;
