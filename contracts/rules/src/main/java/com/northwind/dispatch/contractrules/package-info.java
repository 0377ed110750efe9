/// The contracts between the processes as JSON Schemas, and everything that keeps them honest: what
/// may be written in a protobuf file, what may change from one revision to the next, and what
/// people read about it.
///
/// ```
/// contracts.desc ─▶ descriptor ─▶ schema ─▶ approved (released revisions and their hashes)
///                       │            │          │
///                      lint        sample   compatibility, diff
///                       └────────────┴────┬─────┘
///                                       check ─▶ command (`./northwind contracts ...`)
///                                       docs  ─▶ AsyncAPI document, HTML page
/// ```
///
/// Nothing here depends on generated code, so that the check can say what is wrong when that code
/// does not compile.
@NullMarked
package com.northwind.dispatch.contractrules;

import org.jspecify.annotations.NullMarked;
