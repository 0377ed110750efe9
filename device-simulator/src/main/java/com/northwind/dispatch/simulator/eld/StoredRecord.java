package com.northwind.dispatch.simulator.eld;

/// A record as an ELD unit keeps it on its flash. What the truck was doing then follows from the
/// time, so only that is kept.
///
/// @param seq the device's own count, from 1, without gaps; travels as IO element 10001
/// @param atMs when it was made and first offered to the gateway, milliseconds since 1970; travels
///   as the record's time and as IO element 10002
record StoredRecord(long seq, long atMs) {}
