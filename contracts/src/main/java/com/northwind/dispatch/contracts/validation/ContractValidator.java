package com.northwind.dispatch.contracts.validation;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.contracts.topic.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Holds events to the rules of their contract: what is required, the ranges of numbers, the shape
/// and length of texts. Says the same as the JSON Schema of the type, without JSON. Thread-safe.
public final class ContractValidator {

  /// Whose duty it is. A writer knows all values of an enum and must choose one; a reader may meet
  /// one that is newer than its build, which it sees as none.
  public enum Side {
    WRITER,
    READER
  }

  private final Side side;
  private final Map<Descriptor, MessageCheck> checks = new HashMap<>();

  private ContractValidator(Side side) {
    this.side = side;
    for (Topic topic : Topics.all()) {
      topic.types().forEach(type -> compile(type.getDescriptorForType()));
    }
  }

  /// For readers, of every type of the topic catalogue.
  public static ContractValidator ofCatalogue() {
    return new ContractValidator(Side.READER);
  }

  /// For writers, of every type of the topic catalogue.
  public static ContractValidator forWriters() {
    return new ContractValidator(Side.WRITER);
  }

  /// Every place where the event breaks its contract; empty for one that keeps it, and for a type
  /// that is in no topic.
  public List<Violation> violations(Message data) {
    MessageCheck check = checks.get(data.getDescriptorForType());
    if (check == null) {
      return List.of();
    }
    List<Violation> found = new ArrayList<>(0);
    check.check(data, "", found);
    return found;
  }

  /// Every place where the event's fact breaks its contract.
  public List<Violation> violationsOf(EventEnvelope event) {
    return violations(event.data());
  }

  private MessageCheck compile(Descriptor message) {
    MessageCheck known = checks.get(message);
    if (known != null) {
      return known;
    }
    MessageCheck check = new MessageCheck();
    checks.put(message, check);
    check.compiled(
        message.getFields().stream()
            .map(field -> FieldCheck.of(field, side, this::contentOf))
            .filter(FieldCheck::matters)
            .toList());
    return check;
  }

  private @Nullable MessageCheck contentOf(FieldDescriptor field) {
    boolean ours =
        field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
            && !field.getMessageType().equals(Timestamp.getDescriptor());
    return ours ? compile(field.getMessageType()) : null;
  }
}
