package com.northwind.dispatch.contracts.json;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

/// Walks over the members of one object that are fields of a message: those of unknown names and
/// those that are null are passed over.
///
/// A name that stands there twice counts with its last value, as in `JsonFormat`; a field that
/// stands there under both its names is refused, as there.
final class Members {
  private final MemberNames names;
  private final JsonReader in;
  private final Message.Builder message;
  private int number;
  private long seen;
  private long seenOriginal;

  Members(MemberNames names, JsonReader in, Message.Builder message) {
    this.names = names;
    this.in = in;
    this.message = message;
  }

  /// Moves to the value of the next field, or behind the object.
  ///
  /// @return the field's number, or 0 behind the object
  int next() throws JsonReadException {
    while (true) {
      number = 0;
      int code = in.nextMember(names.table());
      if (code == JsonReader.END) {
        return 0;
      }
      if (code == NameTable.UNKNOWN) {
        in.skipValue();
        continue;
      }
      number = code & (MemberNames.ORIGINAL - 1);
      boolean original = code >= MemberNames.ORIGINAL;
      long bit = 1L << number;
      if (((seen | seenOriginal) & bit) != 0) {
        again(original, bit);
      }
      if (original) {
        seenOriginal |= bit;
      } else {
        seen |= bit;
      }
      if (!in.skipNull()) {
        return number;
      }
    }
  }

  private void again(boolean original, long bit) throws JsonReadException {
    FieldDescriptor field = names.field(number);
    boolean underOtherName = ((original ? seen : seenOriginal) & bit) != 0;
    if (!underOtherName) {
      message.clearField(field);
    } else if (isSet(field) || ((original ? seenOriginal : seen) & bit) != 0) {
      throw in.misfit("the field stands here twice, under both its names", in.position);
    }
  }

  private boolean isSet(FieldDescriptor field) {
    return field.isRepeated() ? message.getRepeatedFieldCount(field) > 0 : message.hasField(field);
  }

  /// The failure, seen from the object.
  JsonReadException locate(JsonReadException e) {
    return number == 0 ? e : e.under(names.field(number).getJsonName());
  }
}
