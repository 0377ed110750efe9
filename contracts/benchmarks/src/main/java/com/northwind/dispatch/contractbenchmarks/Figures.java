package com.northwind.dispatch.contractbenchmarks;

/// What one operation takes.
///
/// @param nanos time, in the quickest of all iterations: whatever else the machine does only adds
/// @param bytes memory allocated, in the middle one of all iterations
public record Figures(double nanos, double bytes) {}
