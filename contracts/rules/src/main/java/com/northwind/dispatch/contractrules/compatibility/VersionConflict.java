package com.northwind.dispatch.contractrules.compatibility;

/// A break between a candidate and one earlier version.
///
/// @param version the earlier version
public record VersionConflict(int version, Incompatibility incompatibility) {}
