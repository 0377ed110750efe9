package com.northwind.dispatch.simulator.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What a simulator must remember across its own death: what a device's flash, a tablet's storage
/// and a dispatcher's notebook hold. One JSON object a line, its kind in `k`.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "k")
@JsonSubTypes({
  @JsonSubTypes.Type(value = JournalEntry.RunOpened.class, name = "run"),
  @JsonSubTypes.Type(value = JournalEntry.MeasuringBegan.class, name = "measuring"),
  @JsonSubTypes.Type(value = JournalEntry.RecordMade.class, name = "record"),
  @JsonSubTypes.Type(value = JournalEntry.RecordsAcked.class, name = "acked"),
  @JsonSubTypes.Type(value = JournalEntry.RecordDropped.class, name = "dropped"),
  @JsonSubTypes.Type(value = JournalEntry.EpochGranted.class, name = "epoch"),
  @JsonSubTypes.Type(value = JournalEntry.SheetStored.class, name = "sheet"),
  @JsonSubTypes.Type(value = JournalEntry.ReceiptMade.class, name = "receipt"),
  @JsonSubTypes.Type(value = JournalEntry.ReceiptAcked.class, name = "receipt-acked"),
  @JsonSubTypes.Type(value = JournalEntry.ActionMade.class, name = "action"),
  @JsonSubTypes.Type(value = JournalEntry.ActionAcked.class, name = "action-acked"),
  @JsonSubTypes.Type(value = JournalEntry.CommandSent.class, name = "command"),
  @JsonSubTypes.Type(value = JournalEntry.CommandAnswered.class, name = "answered"),
  @JsonSubTypes.Type(value = JournalEntry.RunClosed.class, name = "closed"),
})
public sealed interface JournalEntry {

  /// About the run as a whole.
  sealed interface OfRun extends JournalEntry {}

  /// About one ELD unit.
  sealed interface OfEld extends JournalEntry {
    /// The unit's directory id.
    String device();
  }

  /// About one tablet.
  sealed interface OfTablet extends JournalEntry {
    /// The tablet's id.
    String tablet();
  }

  /// About one dispatcher.
  sealed interface OfDispatcher extends JournalEntry {
    /// The dispatcher's number, from 0.
    int dispatcher();
  }

  /// The first line: which run this is.
  ///
  /// @param runId part of every id the run makes, so that two runs never share one
  /// @param arguments what decides the run's course; a restart must bring the same
  /// @param atUs when, microseconds since 1970
  record RunOpened(String runId, String arguments, long atUs) implements OfRun {}

  /// The fleet was connected and the duration began to count.
  record MeasuringBegan(long atUs) implements OfRun {}

  /// An ELD unit wrote a record to its flash; its content follows from the time.
  record RecordMade(String device, long seq, long atMs) implements OfEld {}

  /// The gateway acknowledged records `from` to `to`, both included.
  record RecordsAcked(String device, long from, long to, long atMs) implements OfEld {}

  /// The flash was full and the oldest record gave way.
  record RecordDropped(String device, long seq) implements OfEld {}

  /// A gateway opened a session.
  record EpochGranted(String tablet, int epoch) implements OfTablet {}

  /// A tablet stored a version of its driver's sheet.
  ///
  /// @param sheet the protobuf `RouteSheet` in Base64
  record SheetStored(String tablet, long atUs, String sheet) implements OfTablet {}

  /// A receipt waits for its acknowledgement; `stage` is the name of a `ReceiptStage`.
  record ReceiptMade(String tablet, int revision, String stage, long atMs) implements OfTablet {}

  /// A receipt is durable at the gateway.
  record ReceiptAcked(String tablet, int revision, String stage) implements OfTablet {}

  /// The driver did something; it waits in the outbox.
  ///
  /// @param assignmentNo the load's assignment it was done under
  /// @param action the protobuf `DriverAction` in Base64
  record ActionMade(String tablet, int assignmentNo, String action) implements OfTablet {}

  /// An action left the outbox; `refused` is empty when it was taken.
  record ActionAcked(String tablet, String actionId, String refused, long atUs)
      implements OfTablet {}

  /// A dispatcher gave a command; it is repeated with the same id until it is answered.
  ///
  /// @param step the dispatcher's how-manieth second this is, from 0
  /// @param act what was done, the name of an `Act`
  /// @param loadId the load it is about, or empty
  /// @param driverId who was to get the load, or empty
  /// @param body the JSON sent
  record CommandSent(
      int dispatcher,
      int step,
      String act,
      String commandId,
      String loadId,
      String driverId,
      String path,
      String body,
      long intendedUs,
      long sentUs)
      implements OfDispatcher {}

  /// A command or a read was answered.
  ///
  /// @param commandId the command's, or empty for a read
  /// @param status the HTTP status
  /// @param assignmentNo the assignment an `assign` made, else 0
  record CommandAnswered(
      int dispatcher,
      int step,
      String act,
      String commandId,
      int status,
      int assignmentNo,
      long intendedUs,
      long atUs)
      implements OfDispatcher {}

  /// The run reached its end and was reported; a next start begins a new one.
  record RunClosed(long atUs, int exitCode) implements OfRun {}
}
