package com.northwind.dispatch.eldprotocols.protocol;

import com.northwind.dispatch.contracts.eld.v1.VendorParameter;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a device said in a command reply.
///
/// @param kind the vendor's number of the kind of reply
/// @param payload the reply as sent
/// @param text the reply as text, empty when it is not printable text
/// @param time when the reply was made by the device's clock, where it says so
/// @param refused the device says the command was not for it
/// @param values what the text is known to mean, under the vendor's names; empty when it is free
///   text
public record CommandReplyContent(
    int kind,
    WireBytes payload,
    String text,
    Optional<Instant> time,
    boolean refused,
    List<VendorParameter> values) {
  public CommandReplyContent {
    values = List.copyOf(values);
  }
}
