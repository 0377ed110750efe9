package com.northwind.dispatch.contracts.json;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Any message by reflection, through `JsonFormat`.
final class JsonFormatJson implements DataJson<Message> {
  private static final JsonFormat.Printer PRINTER =
      JsonFormat.printer().omittingInsignificantWhitespace();
  private static final JsonFormat.Parser PARSER = JsonFormat.parser().ignoringUnknownFields();

  private final Message prototype;

  JsonFormatJson(Message prototype) {
    this.prototype = prototype;
  }

  @Override
  public Class<Message> messageClass() {
    return Message.class;
  }

  @Override
  public void write(Message message, JsonBytes out) {
    try {
      PRINTER.appendTo(message, new Utf8Appendable(out));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a " + message.getClass() + " as JSON", e);
    }
  }

  @Override
  public Message read(JsonReader in) throws JsonReadException {
    int from = in.position();
    // JsonFormat is lenient about grammar: what it is given is JSON, and one value.
    in.skipValue();
    String json = new String(in.bytes, from, in.position() - from, StandardCharsets.UTF_8);
    try {
      Message.Builder message = prototype.newBuilderForType();
      PARSER.merge(json, message);
      return message.build();
    } catch (InvalidProtocolBufferException e) {
      throw in.misfit(String.valueOf(e.getMessage()), from);
    }
  }
}
