package com.northwind.dispatch.gateway.ingest;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.eld.v1.VendorParameter;
import com.northwind.dispatch.contracts.validation.ContractValidator;
import com.northwind.dispatch.contracts.validation.Violation;
import java.util.List;
import java.util.Optional;

/// Keeps what a device says outside the contract's ranges, where it can mislead nobody: the value
/// leaves its field and stays as the vendor parameter `outOfRange.FIELD`. A position whose latitude
/// or longitude is none is no position. Thread-safe.
final class OutOfRange {
  private static final String PREFIX = "outOfRange.";
  private static final String POSITION = "/position/";

  private final ContractValidator validator = ContractValidator.forWriters();

  /// The record with every value in its range; the record itself when all are.
  Telemetry moveAside(Telemetry telemetry) {
    List<Violation> violations = validator.violations(telemetry);
    if (violations.isEmpty()) {
      return telemetry;
    }
    Telemetry.Builder moved = telemetry.toBuilder();
    for (Violation violation : violations) {
      moveAside(violation.pointer(), telemetry, moved);
    }
    return moved.build();
  }

  private static void moveAside(String pointer, Telemetry from, Telemetry.Builder to) {
    if (!pointer.startsWith(POSITION)) {
      field(from, pointer.substring(1)).ifPresent(field -> move(field, from, to, to));
      return;
    }
    String name = pointer.substring(POSITION.length());
    field(from.getPosition(), name)
        .ifPresent(field -> move(field, from.getPosition(), to.getPositionBuilder(), to));
    if (name.equals("latitudeDeg") || name.equals("longitudeDeg")) {
      to.clearPosition();
    }
  }

  private static void move(
      FieldDescriptor field, Message from, Message.Builder to, Telemetry.Builder parameters) {
    to.clearField(field);
    parameters.addVendorParameters(parameter(field, from.getField(field)));
  }

  private static VendorParameter parameter(FieldDescriptor field, Object value) {
    VendorParameter.Builder parameter =
        VendorParameter.newBuilder().setName(PREFIX + field.getJsonName());
    return value instanceof Number number && Double.isFinite(number.doubleValue())
        ? parameter.setNumber(number.doubleValue()).build()
        : parameter.setText(value.toString()).build();
  }

  /// Only plain fields can be moved: what is required, or sits in a list, is the decoder's to get
  /// right.
  private static Optional<FieldDescriptor> field(Message message, String jsonName) {
    return message.getDescriptorForType().getFields().stream()
        .filter(field -> field.getJsonName().equals(jsonName) && !field.isRepeated())
        .filter(field -> field.hasPresence() || message.getAllFields().containsKey(field))
        .findFirst();
  }
}
