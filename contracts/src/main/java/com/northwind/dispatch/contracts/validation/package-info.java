/// Holding events to the rules of their contract while the system runs.
///
/// The rules are the options of the fields in the protobuf files
/// (`northwind/contract/v1/rules.proto`): [ContractValidator] compiles them once, then applies them
/// to messages; each [Violation] names its place. A consumer parks a record that has any; the edge
/// checks what it is about to emit.
@NullMarked
package com.northwind.dispatch.contracts.validation;

import org.jspecify.annotations.NullMarked;
