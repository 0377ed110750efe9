/// The commands of `./northwind contracts`.
///
/// | command | does | exit code |
/// |---|---|---|
/// | `list` | one line per event type | 0 |
/// | `show TYPE[@REVISION]` | the fields of a type for people; `--json` its schema | 0 |
/// | `diff A B` | what differs between two schemas, and who would get hurt | 0 |
/// | `check` | whether the contracts hold | 0 or 1 |
/// | `approve` | releases what grew | 0 or 1 |
/// | `sample TYPE[@REVISION]` | a whole record that obeys the schema | 0 |
/// | `docs` | writes the documents; `--check` says whether they are current | 0 or 1 |
///
/// A wrong call exits with 2. Every refusal is a sentence on standard error.
@NullMarked
package com.northwind.dispatch.contractrules.command;

import org.jspecify.annotations.NullMarked;
