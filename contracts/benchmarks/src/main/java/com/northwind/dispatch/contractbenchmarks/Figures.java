package com.northwind.dispatch.contractbenchmarks;

/// What one operation takes.
///
/// @param nanos time on a processor, in the quickest of all iterations: what else the machine does
///   only adds to it
/// @param bytes memory allocated, in the middle one of all iterations
public record Figures(double nanos, double bytes) {}
