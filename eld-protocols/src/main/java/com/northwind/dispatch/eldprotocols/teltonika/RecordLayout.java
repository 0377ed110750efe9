package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/// How one codec lays out a record. A packet is first checked from end to end, and then read
/// without further checks.
sealed interface RecordLayout permits AvlLayout, GhLayout {
  /// Result of [#check] when the record cannot be read.
  int BROKEN = -1;

  /// Last instant that fits a Timestamp, 9999-12-31T23:59:59.999Z, milliseconds since 1970.
  long MAX_TIME_MILLIS = 253_402_300_799_999L;

  /// Index after the record that starts at `index` and may not pass `end`, or [#BROKEN] after
  /// telling `findings` why.
  int check(ByteBuf buffer, int index, int end, Findings findings);

  /// Makes telemetry of a record that was found good.
  Telemetry telemetry(ByteBuf buffer, int index);

  /// Keeps the first problem of a check.
  final class Findings {
    private @Nullable FrameProblem problem;

    int broken(RejectReason reason, int index, String detail) {
      problem = new FrameProblem(reason, index, detail);
      return BROKEN;
    }

    /// A field that needs `needed` bytes from `index` when fewer are left before `end`.
    int tooShort(int index, int end, int needed, String field) {
      return broken(
          RejectReason.REJECT_REASON_LENGTH,
          index,
          field + " needs " + needed + " bytes, the packet has " + (end - index) + " left");
    }

    @Nullable FrameProblem problem() {
      return problem;
    }
  }
}
