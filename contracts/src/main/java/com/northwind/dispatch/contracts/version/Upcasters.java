package com.northwind.dispatch.contracts.version;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.planning.v1.LoadCancelled;
import com.northwind.dispatch.contracts.planning.v2.CancelReason;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every upcaster there is: readers see the newest version of each event, whatever version its
/// producer wrote.
public final class Upcasters {
  private static final List<Upcaster<?, ?>> ALL =
      List.of(
          new Upcaster<>(
              LoadCancelled.getDefaultInstance(),
              com.northwind.dispatch.contracts.planning.v2.LoadCancelled.getDefaultInstance(),
              Upcasters::loadCancelled));

  private final Map<String, Upcaster<?, ?>> byOlderType;

  private Upcasters(Collection<Upcaster<?, ?>> upcasters) {
    this.byOlderType =
        upcasters.stream()
            .collect(Collectors.toUnmodifiableMap(Upcaster::fromType, Function.identity()));
  }

  /// The upcasters of this build.
  public static Upcasters all() {
    return new Upcasters(ALL);
  }

  /// Upcasters of one's own, in any order; they are chained by their types.
  ///
  /// @throws IllegalStateException when two begin at the same type
  public static Upcasters of(Collection<Upcaster<?, ?>> upcasters) {
    return new Upcasters(upcasters);
  }

  /// The same fact in the newest version; the message itself when it is in that already.
  public Message newest(Message data) {
    Message message = data;
    Upcaster<?, ?> upcaster = byOlderType.get(message.getDescriptorForType().getFullName());
    while (upcaster != null) {
      message = upcaster.apply(message);
      upcaster = byOlderType.get(message.getDescriptorForType().getFullName());
    }
    return message;
  }

  /// The type that events of a type are read as.
  public String newestType(String type) {
    String newest = type;
    Upcaster<?, ?> upcaster = byOlderType.get(newest);
    while (upcaster != null) {
      newest = upcaster.toType();
      upcaster = byOlderType.get(newest);
    }
    return newest;
  }

  private static com.northwind.dispatch.contracts.planning.v2.LoadCancelled loadCancelled(
      LoadCancelled older) {
    var newer =
        com.northwind.dispatch.contracts.planning.v2.LoadCancelled.newBuilder()
            .setLoadId(older.getLoadId())
            .setAssignmentNo(older.getAssignmentNo())
            .setReason(CancelReason.CANCEL_REASON_IN_WORDS)
            .setDetail(older.getReason())
            .setActor(older.getActor());
    if (older.hasCancelledTime()) {
      newer.setCancelledTime(older.getCancelledTime());
    }
    return newer.build();
  }
}
