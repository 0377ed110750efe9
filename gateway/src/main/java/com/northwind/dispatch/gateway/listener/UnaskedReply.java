package com.northwind.dispatch.gateway.listener;

import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import com.northwind.dispatch.eldprotocols.frame.RejectedFrame;
import com.northwind.dispatch.eldprotocols.protocol.CommandReplyContent;

/// A device's reply to a command: this gateway sends none, so what the device said goes on the list
/// of rejects instead of being lost.
final class UnaskedReply {
  private UnaskedReply() {}

  static RejectedFrame asReject(CommandReplyContent content) {
    return new RejectedFrame(
        content.payload(),
        content.payload().length(),
        RejectReason.REJECT_REASON_UNSUPPORTED,
        0,
        "a reply of kind " + content.kind() + " to a command that this gateway did not send");
  }
}
