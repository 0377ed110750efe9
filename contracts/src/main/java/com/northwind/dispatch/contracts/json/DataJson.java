package com.northwind.dispatch.contracts.json;

import com.google.protobuf.Message;

/// Writes messages of one type as proto3 JSON and reads them. Thread-safe.
///
/// @param <T> the message
public interface DataJson<T extends Message> {
  /// The class of the message.
  Class<T> messageClass();

  /// Writes the message as one JSON object without insignificant white space.
  ///
  /// @throws IllegalArgumentException if a value has no JSON, such as a time beyond the year 9999
  void write(T message, JsonBytes out);

  /// Reads the value that the reader stands at and moves behind it. Fields with unknown names are
  /// passed over.
  ///
  /// @throws JsonReadException if the value is no such message; where the reader stands then is
  ///   open
  T read(JsonReader in) throws JsonReadException;

  /// As [#write], for a message of this class that is not known to be one.
  default void writeAny(Message message, JsonBytes out) {
    write(messageClass().cast(message), out);
  }
}
