package com.northwind.dispatch.contractrules.lint;

import com.northwind.dispatch.contractrules.descriptor.Field;
import com.northwind.dispatch.contractrules.descriptor.MessageType;
import java.util.Optional;

/// Every number an event reaches says its unit, in its rule and in its name.
final class UnitRules {
  private UnitRules() {}

  static void check(MessageType message, Field field, Findings findings) {
    String code = field.rule().unit();
    if (!field.type().isNumber()) {
      if (!code.isEmpty()) {
        findings.add(
            message,
            field,
            "has the unit " + code + " but is no number",
            "Drop the unit, or make it a number.");
      }
      return;
    }
    Optional<Unit> unit = Unit.ofUcum(code);
    if (code.isEmpty()) {
      findings.add(
          message,
          field,
          "is a number without a unit",
          "Set unit in its rule to "
              + Unit.ofName(field.name())
                  .map(named -> "\"" + named.ucum() + "\", as its name says")
                  .orElse("its UCUM code, or to \"1\" for a count or a number that only identifies")
              + ".");
    } else if (unit.isEmpty()) {
      findings.add(
          message,
          field,
          "has the unit " + code + ", which nobody listed",
          "Use one of " + Unit.allCodes() + ", or add a line to the table Unit.");
    } else {
      checkName(message, field, unit.get(), findings);
    }
  }

  private static void checkName(MessageType message, Field field, Unit unit, Findings findings) {
    Optional<Unit> named = Unit.ofName(field.name());
    if (named.isPresent() && named.get() != unit) {
      findings.add(
          message,
          field,
          "is named in " + named.get().ucum() + " but has the unit " + unit.ucum(),
          "Make name and unit agree; changing a released unit needs a new field.");
    } else if (named.isEmpty() && !unit.suffix().isEmpty()) {
      findings.add(
          message,
          field,
          "has the unit " + unit.ucum() + " but its name does not say so",
          "Let the name end in _" + unit.suffix() + ".");
    }
  }
}
