package com.northwind.dispatch.contractrules.table;

import java.util.Optional;

/// One property for people.
///
/// @param name name in JSON
/// @param type what it is in a word, e.g. `number`, `time`, `list of Stop`
/// @param definition full name of the definition that the type refers to
/// @param unit the unit behind the number; empty when it has none
/// @param range which values are allowed; empty when every one is
/// @param isRequired whether it is always there
/// @param example a typical value as JSON; empty when none is given
/// @param meaning what it means
public record Row(
    String name,
    String type,
    Optional<String> definition,
    String unit,
    String range,
    boolean isRequired,
    String example,
    String meaning) {}
