package com.northwind.dispatch.simulator.corridor;

/// A town on a corridor.
///
/// @param name as drivers say it, e.g. `Denver, CO`
/// @param isCity freight starts and ends here; a town that is none only shapes the road
/// @param location its centre
public record Place(String name, boolean isCity, Coordinate location) {}
