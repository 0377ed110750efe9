/// What may be written in a protobuf file of the contracts.
/// [com.northwind.dispatch.contractrules.lint.Lint] holds every file against every rule; each
/// [com.northwind.dispatch.contractrules.lint.Finding] names the place and the way out.
///
/// | where | rule |
/// |---|---|
/// | every message, field, enum and value | has a comment |
/// | every package | ends in a version |
/// | every enum | begins with `ITS_NAME_UNSPECIFIED = 0`; its values begin with its name |
/// | fields an event reaches | no 64-bit integers, no types of protobuf's own but times and durations, map keys are texts |
/// | numbers an event reaches | a unit; unit and last word of the name agree ([com.northwind.dispatch.contractrules.lint.Unit]) |
/// | times | are `Timestamp`s named `*_time`, or `since` |
/// | `required` | only where the type's zero is no allowed value |
/// | limits | `min` ≤ `max`; each limit on a type it means something for; patterns are regular expressions |
/// | examples | required scalars have one; every example obeys the rule it stands in |
/// | events | a known topic; a key that is one text of their own; `replaces` names another event |
/// | topics | a name nobody else has, a key, writers and readers |
@NullMarked
package com.northwind.dispatch.contractrules.lint;

import org.jspecify.annotations.NullMarked;
