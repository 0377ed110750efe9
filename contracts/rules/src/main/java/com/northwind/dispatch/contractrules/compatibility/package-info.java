/// What may change in a JSON Schema without hurting anybody who wrote or reads by its earlier
/// versions.
///
/// The rules are a table that we own (docs/contracts/compatibility.md): each change is decided for
/// a reader of the newer schema on older data ([Direction#BACKWARD]) and for a reader of the older
/// schema on newer data ([Direction#FORWARD]). The table is data in the tests of this package, and
/// the page is written from it.
///
/// Doors: [Compatibility] compares two schemas, [CompatibilityLevel] a candidate with the versions
/// before it (a break is a [VersionConflict]). Each refusal is an [Incompatibility] that names its
/// [Rule], the place, what was and what is, who would get hurt, and the [WaysOut].
///
/// How a comparison goes:
///
/// | Step | Type |
/// | --- | --- |
/// | walk both documents side by side, a pair of places at a time | [Comparison], [Pair], [Place], [At] |
/// | follow `$ref` and `allOf`, multiply `anyOf` and `oneOf` out into alternatives | [SchemaTree], [Flat], [Expansion], [Shape] |
/// | types first, then type by type the alternatives | [PlaceRules], [AlternativeRules], [Disjoint] |
/// | one alternative against one: listed values, then by type | [ShapeRules], [ValueRules], [TextRules], [NumberRules], [ArrayRules], [ObjectRules], [ComingAndGoing] |
/// | what is not in the shape | [MeaningRules], [ConditionRules] |
/// | put a finding into words | [Refusal], [Subject], [Advice] |
///
/// Every rule asks one question: does the reader take all that the writer writes? [Pair] says who
/// is who, so a rule is written once and serves both directions: what the newer schema narrowed
/// hurts its readers, what it widened hurts readers of the older.
@NullMarked
package com.northwind.dispatch.contractrules.compatibility;

import org.jspecify.annotations.NullMarked;
