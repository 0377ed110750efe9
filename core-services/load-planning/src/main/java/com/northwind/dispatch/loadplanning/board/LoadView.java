package com.northwind.dispatch.loadplanning.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.northwind.dispatch.loadplanning.load.Assignment;
import com.northwind.dispatch.loadplanning.load.Load;
import com.northwind.dispatch.loadplanning.load.LoadRow;
import com.northwind.dispatch.loadplanning.load.LoadStatus;
import com.northwind.dispatch.loadplanning.load.Progress;
import com.northwind.dispatch.loadplanning.load.Stop;
import com.northwind.dispatch.loadplanning.sheet.Receipts;
import com.northwind.dispatch.loadplanning.sheet.Withdrawal;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A load as dispatchers see it.
///
/// @param assignmentNo number of its newest assignment, 0 before the first
/// @param note why it is open again, or why it was called off
/// @param receipts how far its assignment came with the driver; null when nobody has it
/// @param withdrawal the newest withdrawal from a driver's sheet before the load was done; null
///   when there was none
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoadView(
    String loadId,
    String reference,
    LoadStatus status,
    int assignmentNo,
    @Nullable String driverId,
    @Nullable String tractorId,
    @Nullable String trailerId,
    @Nullable Instant assignedAt,
    @Nullable String assignedBy,
    List<Stop> stops,
    Instant updatedAt,
    @Nullable String note,
    @Nullable ReceiptsView receipts,
    @Nullable Withdrawal withdrawal) {

  /// How far an assignment came with its driver. Times are absent until the step is reached.
  ///
  /// @param sheetRevision first version of the driver's sheet that shows the load
  /// @param stalled whether that version is overdue on the tablet
  /// @param sentAt handed to the tablet's connection
  /// @param onDeviceAt stored on the tablet
  /// @param seenAt shown to the driver
  /// @param acceptedAt the driver took it on
  /// @param startedAt the first stop was reached
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ReceiptsView(
      @Nullable Integer sheetRevision,
      @Nullable Boolean stalled,
      @Nullable Instant sentAt,
      @Nullable Instant onDeviceAt,
      @Nullable Instant seenAt,
      @Nullable Instant acceptedAt,
      @Nullable Instant startedAt,
      List<String> reachedStops,
      List<String> leftStops) {

    static ReceiptsView of(Progress progress) {
      return new ReceiptsView(
          null,
          null,
          null,
          null,
          null,
          progress.acceptedAt(),
          progress.startedAt(),
          List.copyOf(new TreeSet<>(progress.reachedStops())),
          List.copyOf(new TreeSet<>(progress.leftStops())));
    }

    ReceiptsView with(Receipts sheet, boolean overdue) {
      return new ReceiptsView(
          sheet.revision(),
          overdue,
          sheet.sentAt(),
          sheet.onDeviceAt(),
          sheet.seenAt(),
          acceptedAt,
          startedAt,
          reachedStops,
          leftStops);
    }
  }

  static LoadView of(LoadRow row) {
    return of(row.load(), row.updatedAt());
  }

  static LoadView of(Load load, Instant updatedAt) {
    return switch (load) {
      case Load.Available(_, _, var note) -> view(load, null, null, note, updatedAt);
      case Load.Held(_, var assignment, var progress) ->
          view(load, assignment, progress, null, updatedAt);
      case Load.Completed(_, var assignment, var progress, _) ->
          view(load, assignment, progress, null, updatedAt);
      case Load.Cancelled(_, _, var reason, _) -> view(load, null, null, reason, updatedAt);
    };
  }

  LoadView with(@Nullable ReceiptsView moreReceipts, @Nullable Withdrawal newest) {
    return new LoadView(
        loadId,
        reference,
        status,
        assignmentNo,
        driverId,
        tractorId,
        trailerId,
        assignedAt,
        assignedBy,
        stops,
        updatedAt,
        note,
        moreReceipts,
        newest);
  }

  private static LoadView view(
      Load load,
      @Nullable Assignment assignment,
      @Nullable Progress progress,
      @Nullable String note,
      Instant updatedAt) {
    return new LoadView(
        load.freight().load().value(),
        load.freight().reference(),
        load.status(),
        load.assignmentNo(),
        assignment == null ? null : assignment.driver().value(),
        assignment == null ? null : assignment.tractor().value(),
        assignment == null ? null : assignment.trailerId(),
        assignment == null ? null : assignment.assignedAt(),
        assignment == null ? null : assignment.assignedBy(),
        load.freight().stops(),
        updatedAt,
        note,
        progress == null ? null : ReceiptsView.of(progress),
        null);
  }
}
