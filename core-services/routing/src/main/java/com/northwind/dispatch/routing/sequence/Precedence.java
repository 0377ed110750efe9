package com.northwind.dispatch.routing.sequence;

/// One visit must come before another.
///
/// @param before index of the visit that comes first
/// @param after index of the visit that comes later
public record Precedence(int before, int after) {}
