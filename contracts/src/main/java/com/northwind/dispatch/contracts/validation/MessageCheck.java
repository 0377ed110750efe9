package com.northwind.dispatch.contracts.validation;

import com.google.protobuf.Message;
import java.util.List;

/// The rules of one kind of message. Its fields are set once, after it was made, because messages
/// may contain themselves.
final class MessageCheck {
  private List<FieldCheck> fields = List.of();
  private boolean compiled;

  void compiled(List<FieldCheck> checks) {
    fields = checks;
    compiled = true;
  }

  /// A kind that is still being made contains itself, which is worth a look.
  boolean matters() {
    return !compiled || !fields.isEmpty();
  }

  void check(Message message, String pointer, List<Violation> found) {
    for (FieldCheck field : fields) {
      field.check(message, pointer, found);
    }
  }
}
