package com.northwind.dispatch.eldprotocols.frame;

import io.netty.buffer.ByteBuf;
import java.util.List;

/// Names traffic that has no business on an ELD port, from its first bytes.
///
/// Scanners and misconfigured clients knock on every open port; the list of rejects should say what
/// they were instead of complaining about an absurd length field. At most [#MAX_PREFIX_BYTES] are
/// looked at.
public final class ForeignProtocol {
  /// How many first bytes suffice for every verdict.
  public static final int MAX_PREFIX_BYTES = 14;

  /// What the first bytes come to.
  public sealed interface Verdict {
    /// They are another protocol's.
    ///
    /// @param name what to call it, e.g. "HTTP"
    record Foreign(String name) implements Verdict {}

    /// They might become another protocol's with the next bytes.
    record Undecided() implements Verdict {}

    /// They are none of those known here.
    record NotForeign() implements Verdict {}
  }

  /// @param prefix one character per byte
  private record Signature(String name, String prefix) {}

  private static final Verdict UNDECIDED = new Verdict.Undecided();
  private static final Verdict NOT_FOREIGN = new Verdict.NotForeign();

  /// Longer prefixes stand before those they begin with: a SIP request before an HTTP method.
  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature("SIP", "OPTIONS sip:"),
          new Signature("SIP", "REGISTER sip"),
          new Signature("SIP", "INVITE sip"),
          new Signature("SIP", "SIP/2.0"),
          new Signature("HTTP/2", "PRI * HTTP/2.0"),
          new Signature("HTTP", "GET "),
          new Signature("HTTP", "POST "),
          new Signature("HTTP", "PUT "),
          new Signature("HTTP", "HEAD "),
          new Signature("HTTP", "DELETE "),
          new Signature("HTTP", "OPTIONS "),
          new Signature("HTTP", "PATCH "),
          new Signature("HTTP", "TRACE "),
          new Signature("HTTP", "CONNECT "),
          new Signature("HTTP", "HTTP/1."),
          new Signature("SSH", "SSH-"),
          new Signature("RTSP", "DESCRIBE rtsp"),
          new Signature("PROXY protocol", "PROXY "),
          new Signature("PROXY protocol", "\r\n\r\n\0\r\nQ"),
          new Signature("TLS", "\u0016\u0003\0"),
          new Signature("TLS", "\u0016\u0003\u0001"),
          new Signature("TLS", "\u0016\u0003\u0002"),
          new Signature("TLS", "\u0016\u0003\u0003"),
          new Signature("RDP", "\u0003\0\0"));

  private ForeignProtocol() {}

  /// Looks at what is readable in `firstBytes` without moving its indexes.
  public static Verdict recognise(ByteBuf firstBytes) {
    boolean mayBecome = false;
    for (Signature signature : SIGNATURES) {
      int matching = matching(firstBytes, signature.prefix());
      if (matching == signature.prefix().length()) {
        return new Verdict.Foreign(signature.name());
      }
      mayBecome |= matching == firstBytes.readableBytes();
    }
    return mayBecome ? UNDECIDED : NOT_FOREIGN;
  }

  private static int matching(ByteBuf buffer, String prefix) {
    int limit = Math.min(prefix.length(), buffer.readableBytes());
    int count = 0;
    while (count < limit
        && buffer.getUnsignedByte(buffer.readerIndex() + count) == prefix.charAt(count)) {
      count++;
    }
    return count;
  }
}
