/// What may change in a JSON Schema without hurting anybody who wrote or reads by its earlier
/// versions.
///
/// [Compatibility] compares two schemas, [CompatibilityLevel] a candidate with the versions before
/// it; each refusal is an [Incompatibility] that names its [Rule] and explains itself.
@NullMarked
package com.northwind.dispatch.contractrules.compatibility;

import org.jspecify.annotations.NullMarked;
