/// Simulated ELD units: Teltonika bytes over real sockets.
///
/// [com.northwind.dispatch.simulator.eld.EldFleet] is the door. Each `EldUnit` makes records on a
/// clock of its own and keeps them on its `DeviceFlash` until an `EldConnection` has their
/// acknowledgement; `EldWire` puts a `StoredRecord` on the wire with what its truck was doing at
/// that time. Each record carries
///
/// | IO element | meaning |
/// |---|---|
/// | 10001 | the device's own sequence number, from 1 |
/// | 10002 | when the record was made and first offered, milliseconds since 1970 |
///
/// so that whoever reads the far end can count loss, duplicates and order, and time the way.
@NullMarked
package com.northwind.dispatch.simulator.eld;

import org.jspecify.annotations.NullMarked;
