package com.northwind.dispatch.loadplanning.load;

import java.time.Instant;

/// A load with when it last changed.
///
/// @param load the load
/// @param updatedAt time of the last change, UTC
public record LoadRow(Load load, Instant updatedAt) {}
