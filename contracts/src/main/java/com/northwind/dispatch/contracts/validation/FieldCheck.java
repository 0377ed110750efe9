package com.northwind.dispatch.contracts.validation;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.contract.v1.FieldRule;
import com.northwind.dispatch.contracts.contract.v1.RulesProto;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rule of one field, ready to be applied.
final class FieldCheck {
  private final FieldDescriptor field;
  private final FieldRule rule;
  private final boolean required;
  private final @Nullable Pattern pattern;
  private final @Nullable MessageCheck content;

  private FieldCheck(
      FieldDescriptor field,
      FieldRule rule,
      ContractValidator.Side side,
      @Nullable MessageCheck content) {
    this.field = field;
    this.rule = rule;
    this.required = rule.getRequired() && !(isEnum(field) && side == ContractValidator.Side.READER);
    this.pattern = rule.getPattern().isEmpty() ? null : Pattern.compile(rule.getPattern());
    this.content = content;
  }

  static FieldCheck of(
      FieldDescriptor field,
      ContractValidator.Side side,
      Function<FieldDescriptor, @Nullable MessageCheck> contents) {
    FieldRule rule = field.getOptions().getExtension(RulesProto.rule);
    return new FieldCheck(field, rule, side, contents.apply(field));
  }

  /// Whether there is anything to check at all.
  boolean matters() {
    return required
        || pattern != null
        || rule.hasMin()
        || rule.hasMax()
        || rule.hasMaxLength()
        || isReal(field)
        || (content != null && content.matters());
  }

  void check(Message message, String pointer, List<Violation> found) {
    if (field.isRepeated()) {
      checkElements(message, pointer, found);
    } else if (isThere(message)) {
      checkValue(message.getField(field), pointer, "", found);
    } else if (required) {
      found.add(new Violation(place(pointer, ""), "is missing; the contract requires it"));
    }
  }

  /// A field without presence that holds its type's zero is one that JSON does not write.
  private boolean isThere(Message message) {
    if (field.hasPresence()) {
      return message.hasField(field);
    }
    return !message.getField(field).equals(field.getDefaultValue());
  }

  private void checkElements(Message message, String pointer, List<Violation> found) {
    int count = message.getRepeatedFieldCount(field);
    if (count == 0 && required) {
      found.add(new Violation(place(pointer, ""), "is missing; the contract requires it"));
    }
    for (int i = 0; i < count; i++) {
      checkValue(message.getRepeatedField(field, i), pointer, "/" + i, found);
    }
  }

  private void checkValue(Object value, String pointer, String index, List<Violation> found) {
    switch (value) {
      case Message inner when content != null -> content.check(inner, place(pointer, index), found);
      case String text -> checkText(text, pointer, index, found);
      case Number number -> checkNumber(number, pointer, index, found);
      case EnumValueDescriptor constant when required && constant.getNumber() == 0 ->
          found.add(new Violation(place(pointer, index), "is " + constant.getName()));
      default -> {}
    }
  }

  private void checkText(String text, String pointer, String index, List<Violation> found) {
    if (required && text.isEmpty()) {
      found.add(new Violation(place(pointer, index), "is empty; the contract requires a value"));
    }
    if (rule.hasMaxLength() && text.codePointCount(0, text.length()) > rule.getMaxLength()) {
      found.add(
          new Violation(
              place(pointer, index),
              "has %d characters, at most %d are allowed"
                  .formatted(text.codePointCount(0, text.length()), rule.getMaxLength())));
    }
    if (pattern != null && !pattern.matcher(text).matches()) {
      found.add(
          new Violation(
              place(pointer, index), "is '%s', expected %s".formatted(cut(text), pattern)));
    }
  }

  private void checkNumber(Number number, String pointer, String index, List<Violation> found) {
    double value =
        field.getType() == FieldDescriptor.Type.UINT32
            ? Integer.toUnsignedLong(number.intValue())
            : number.doubleValue();
    if (!Double.isFinite(value)) {
      found.add(new Violation(place(pointer, index), "is " + value + ", expected a finite number"));
    } else if (rule.hasMin() && value < rule.getMin()) {
      found.add(outOfRange(number, pointer, index, "at least " + plain(rule.getMin())));
    } else if (rule.hasMax() && value > rule.getMax()) {
      found.add(outOfRange(number, pointer, index, "at most " + plain(rule.getMax())));
    }
  }

  private Violation outOfRange(Number value, String pointer, String index, String expected) {
    String unit =
        rule.getUnit().isEmpty() || rule.getUnit().equals("1") ? "" : " " + rule.getUnit();
    return new Violation(
        place(pointer, index), "is %s, expected %s%s".formatted(value, expected, unit));
  }

  private String place(String pointer, String index) {
    return pointer + "/" + field.getJsonName() + index;
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }

  private static String cut(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }

  private static boolean isEnum(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.ENUM;
  }

  private static boolean isReal(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.DOUBLE
        || field.getJavaType() == FieldDescriptor.JavaType.FLOAT;
  }
}
