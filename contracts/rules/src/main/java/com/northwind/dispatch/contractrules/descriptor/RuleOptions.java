package com.northwind.dispatch.contractrules.descriptor;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Reads our own options with the definitions that the descriptor set itself carries.
///
/// The set is parsed without knowing the options, which leaves them as unknown fields; the
/// definitions found in it then give them their meaning. So a newer rule of the contracts needs no
/// newer reader, only one that looks at it.
final class RuleOptions {
  private static final String PACKAGE = "northwind.contract.v1.";

  private final FieldDescriptor rule;
  private final FieldDescriptor event;
  private final FieldDescriptor about;

  RuleOptions(Collection<FileDescriptor> files) {
    rule = extension(files, "rule");
    event = extension(files, "event");
    about = extension(files, "about");
  }

  private static FieldDescriptor extension(Collection<FileDescriptor> files, String name) {
    return files.stream()
        .flatMap(file -> file.getExtensions().stream())
        .filter(extension -> extension.getFullName().equals(PACKAGE + name))
        .findFirst()
        .orElseThrow(
            () ->
                new UnreadableContractsException(
                    "the descriptor set does not define the option "
                        + PACKAGE
                        + name
                        + ": it must hold northwind/contract/v1/rules.proto and topics.proto, with imports"));
  }

  FieldRule ruleOf(Message options) {
    return value(options, rule).map(RuleOptions::toRule).orElse(FieldRule.NONE);
  }

  Optional<DynamicMessage> eventOf(Message options) {
    return value(options, event);
  }

  Optional<DynamicMessage> aboutOf(Message options) {
    return value(options, about);
  }

  private static FieldRule toRule(DynamicMessage said) {
    return new FieldRule(
        text(said, "unit"),
        number(said, "min"),
        number(said, "max"),
        Optional.of(text(said, "example")).filter(example -> !example.isEmpty()),
        (Boolean) said.getField(field(said, "required")),
        said.hasField(field(said, "max_length"))
            ? OptionalInt.of((Integer) said.getField(field(said, "max_length")))
            : OptionalInt.empty(),
        text(said, "pattern"));
  }

  static String text(DynamicMessage message, String name) {
    return (String) message.getField(field(message, name));
  }

  static List<String> texts(DynamicMessage message, String name) {
    return ((List<?>) message.getField(field(message, name)))
        .stream().map(String::valueOf).toList();
  }

  static String constant(DynamicMessage message, String name) {
    return ((EnumValueDescriptor) message.getField(field(message, name))).getName();
  }

  static int integer(DynamicMessage message, String name) {
    return (Integer) message.getField(field(message, name));
  }

  private static OptionalDouble number(DynamicMessage message, String name) {
    return message.hasField(field(message, name))
        ? OptionalDouble.of((Double) message.getField(field(message, name)))
        : OptionalDouble.empty();
  }

  private static FieldDescriptor field(DynamicMessage message, String name) {
    Descriptor type = message.getDescriptorForType();
    FieldDescriptor field = type.findFieldByName(name);
    if (field == null) {
      throw new UnreadableContractsException(
          "the descriptor set's " + type.getFullName() + " has no field '" + name + "'");
    }
    return field;
  }

  private static Optional<DynamicMessage> value(Message options, FieldDescriptor extension) {
    var field = options.getUnknownFields().getField(extension.getNumber());
    if (field.getLengthDelimitedList().isEmpty()) {
      return Optional.empty();
    }
    try {
      DynamicMessage.Builder value = DynamicMessage.newBuilder(extension.getMessageType());
      for (ByteString part : field.getLengthDelimitedList()) {
        value.mergeFrom(part);
      }
      return Optional.of(value.build());
    } catch (InvalidProtocolBufferException e) {
      throw new UnreadableContractsException(
          "the descriptor set's option "
              + extension.getFullName()
              + " cannot be read: "
              + e.getMessage(),
          e);
    }
  }
}
