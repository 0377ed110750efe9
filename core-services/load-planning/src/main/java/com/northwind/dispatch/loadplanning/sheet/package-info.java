/// The drivers' route sheets: what is on them, their versions, and how far each version came.
///
/// A sheet always travels whole. Each change is the driver's next revision, from 1 and without
/// gaps: whoever makes it holds the driver's row ([SheetStore#nextRevision]) until the change is
/// committed, so revisions enter the outbox in their order. [RouteSheets] changes sheets;
/// [ReceiptEffect] applies what gateways and tablets report; [StalledSheets] watches for versions
/// that do not arrive; [SheetApi] shows it all.
///
/// | table | one row for |
/// |---|---|
/// | `driver.sheet_revision` | each driver: the newest version |
/// | `sheet_entry` | each load that is on a sheet now |
/// | `sheet` | each version that ever was, with when it was sent, on the device, and seen |
@NullMarked
package com.northwind.dispatch.loadplanning.sheet;

import org.jspecify.annotations.NullMarked;
