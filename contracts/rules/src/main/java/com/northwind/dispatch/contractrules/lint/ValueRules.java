package com.northwind.dispatch.contractrules.lint;

import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.descriptor.EnumType;
import com.northwind.dispatch.contractrules.descriptor.Field;
import com.northwind.dispatch.contractrules.descriptor.FieldRule;
import com.northwind.dispatch.contractrules.descriptor.FieldType;
import com.northwind.dispatch.contractrules.descriptor.MessageType;
import com.northwind.dispatch.contractrules.descriptor.Scalar;
import com.northwind.dispatch.contractrules.schema.FieldCheck;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/// Limits, `required` and examples of the fields that an event reaches.
final class ValueRules {
  private final Contracts contracts;
  private final MessageType message;
  private final Field field;
  private final Findings findings;

  private ValueRules(Contracts contracts, MessageType message, Field field, Findings findings) {
    this.contracts = contracts;
    this.message = message;
    this.field = field;
    this.findings = findings;
  }

  static void check(Contracts contracts, MessageType message, Field field, Findings findings) {
    ValueRules rules = new ValueRules(contracts, message, field, findings);
    rules.checkLimits();
    rules.checkRequired();
    if (rules.patternCompiles()) {
      rules.checkExample();
    }
  }

  private void checkLimits() {
    FieldRule rule = field.rule();
    boolean hasRange = rule.min().isPresent() || rule.max().isPresent();
    if (hasRange && !field.type().isNumber()) {
      add("has a smallest or largest value but is no number", "Drop min and max.");
    }
    if ((rule.maxLength().isPresent() || !rule.pattern().isEmpty()) && !field.type().isText()) {
      add("has a rule for texts but is no text", "Drop max_length and pattern.");
    }
    if (rule.min().isPresent()
        && rule.max().isPresent()
        && rule.min().getAsDouble() > rule.max().getAsDouble()) {
      add(
          "has min " + rule.min().getAsDouble() + " above max " + rule.max().getAsDouble(),
          "Exchange the two, or drop one.");
    }
  }

  /// JSON leaves out a zero, and a reader could not tell it from a missing field.
  private void checkRequired() {
    if (!field.rule().required() || field.shape() != Field.Shape.IMPLICIT) {
      return;
    }
    if (field.type() instanceof FieldType.Of(Scalar scalar)) {
      if (scalar == Scalar.BOOL) {
        add(
            "is required, but JSON leaves false out",
            "Drop required, or mark the field optional so that false is written.");
      } else if (scalar.isNumber() && !(field.rule().min().orElse(0) > 0)) {
        add(
            "is required, but JSON leaves 0 out",
            "Drop required, set min above 0, or mark the field optional so that 0 is written.");
      }
    }
  }

  private boolean patternCompiles() {
    try {
      return Pattern.compile(field.rule().pattern()) != null;
    } catch (PatternSyntaxException e) {
      add(
          "has a pattern that is no regular expression: " + e.getDescription(),
          "Use the part of ECMA 262 that RE2 shares.");
      return false;
    }
  }

  private void checkExample() {
    FieldRule rule = field.rule();
    if (rule.example().isEmpty()) {
      boolean scalar = !(field.type() instanceof FieldType.OfMessage);
      if (scalar && (rule.required() || !rule.pattern().isEmpty())) {
        add(
            (rule.required() ? "is required" : "has a pattern") + " but shows no example",
            "Set example in its rule to a typical value.");
      }
      return;
    }
    List<String> problems = FieldCheck.problemsOfExample(field);
    if (!problems.isEmpty()) {
      add(
          "shows the example '"
              + rule.example().get()
              + "', which breaks its own rule: "
              + String.join("; ", problems),
          "Correct the example or the rule.");
    } else if (field.type() instanceof FieldType.OfEnum(String name)) {
      checkConstant(contracts.enumType(name), rule.example().get());
    }
  }

  private void checkConstant(EnumType type, String example) {
    if (type.said().stream().noneMatch(value -> value.name().equals(example))) {
      add(
          "shows the example '" + example + "', which is no value of " + type.name(),
          "Use one of "
              + type.said().stream().map(EnumType.Value::name).collect(Collectors.joining(", "))
              + ".");
    }
  }

  private void add(String problem, String wayOut) {
    findings.add(message, field, problem, wayOut);
  }
}
