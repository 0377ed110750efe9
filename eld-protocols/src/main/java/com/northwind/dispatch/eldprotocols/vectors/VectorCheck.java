package com.northwind.dispatch.eldprotocols.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import com.northwind.dispatch.eldprotocols.frame.RejectedFrame;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.protocol.StreamProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/// Plays a case against a protocol on one fresh connection, and compares identity, records and
/// acknowledgements of every step.
public final class VectorCheck {
  private final StreamProtocol protocol;
  private final RecordMapping mapping;
  private final UnaryOperator<WireBytes> checksumRepair;

  /// @param checksumRepair gives a frame its right checksum, for captures that lost theirs
  public VectorCheck(
      StreamProtocol protocol, RecordMapping mapping, UnaryOperator<WireBytes> checksumRepair) {
    this.protocol = protocol;
    this.mapping = mapping;
    this.checksumRepair = checksumRepair;
  }

  /// Compares a case whose frames arrive whole.
  public Findings check(VectorCase vector) {
    return check(vector, Conversation::feed);
  }

  /// Compares a case whose frames arrive as `feeding` cuts them.
  public Findings check(VectorCase vector, BiConsumer<Conversation, WireBytes> feeding) {
    Findings findings = new Findings();
    if (!vector.protocol().equals(protocol.name())) {
      findings.differs("protocol", vector.protocol(), protocol.name());
      return findings;
    }
    List<WireBytes> streams = streams(vector, findings);
    Conversation conversation = new Conversation(protocol.openStream());
    for (int i = 0; i < streams.size(); i++) {
      feeding.accept(conversation, streams.get(i));
      Findings ofStep = new Findings();
      if (conversation.hasUnfinishedFrame()) {
        conversation.end();
      }
      compare(vector.steps().get(i), conversation.take(), ofStep);
      findings.addAll("step " + (i + 1), ofStep);
    }
    return findings;
  }

  /// The bytes of each step. A capture that lost its checksum gets it back, and a note: on the wire
  /// such a frame is rejected, which other tests hold.
  private List<WireBytes> streams(VectorCase vector, Findings findings) {
    List<WireBytes> streams = new ArrayList<>();
    Conversation trial = new Conversation(protocol.openStream());
    for (int i = 0; i < vector.steps().size(); i++) {
      VectorCase.Step step = vector.steps().get(i);
      WireBytes stream = step.stream();
      trial.feed(stream);
      trial.end();
      Optional<RejectedFrame> lost = checksumReject(trial);
      if (lost.isPresent()) {
        stream = checksumRepair.apply(stream);
        findings.note("step " + (i + 1) + " capture repaired: " + lost.get().detail());
      }
      streams.add(stream);
    }
    return streams;
  }

  private static Optional<RejectedFrame> checksumReject(Conversation trial) {
    return trial.take().said(Conversation.Said.Bad.class).stream()
        .map(Conversation.Said.Bad::frame)
        .filter(frame -> frame.reason() == RejectReason.REJECT_REASON_CHECKSUM)
        .findFirst();
  }

  private void compare(VectorCase.Step step, Conversation.Exchange exchange, Findings findings) {
    compareRejects(step, exchange, findings);
    step.identities()
        .ifPresent(
            expected ->
                findings.compareEqual(
                    "identity",
                    expected,
                    exchange.said(Conversation.Said.Identity.class).stream()
                        .map(identity -> identity.claimed().value())
                        .toList()));
    List<Conversation.Said> ours =
        exchange.said().stream()
            .filter(
                said ->
                    said instanceof Conversation.Said.Telemetry
                        || said instanceof Conversation.Said.Reply)
            .toList();
    compareRecords(step.records(), ours, findings);
    step.acks().ifPresent(expected -> findings.compareEqual("ack", expected, exchange.answers()));
  }

  /// A packet before the login is refused here and passed over in silence by the reference: neither
  /// publishes anything.
  private static void compareRejects(
      VectorCase.Step step, Conversation.Exchange exchange, Findings findings) {
    for (Conversation.Said.Bad bad : exchange.said(Conversation.Said.Bad.class)) {
      RejectedFrame frame = bad.frame();
      boolean bothPublishNothing =
          frame.reason() == RejectReason.REJECT_REASON_NOT_IDENTIFIED && step.records().isEmpty();
      if (bothPublishNothing) {
        findings.note("refused: " + frame.detail());
      } else {
        findings.differs(
            "frame",
            step.records().size() + " records",
            "rejected at offset " + frame.offsetBytes() + ": " + frame.detail());
      }
    }
  }

  /// A reply that the reference publishes nothing of is accepted too, as the step's `[]` says.
  private void compareRecords(
      List<JsonNode> expected, List<Conversation.Said> ours, Findings findings) {
    boolean onlyReplies = ours.stream().allMatch(Conversation.Said.Reply.class::isInstance);
    if (expected.isEmpty() && onlyReplies) {
      return;
    }
    if (expected.size() != ours.size()) {
      findings.differs("count of records", expected.size(), ours.size());
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      findings.addAll("record " + (i + 1), compare(expected.get(i), ours.get(i)));
    }
  }

  private Findings compare(JsonNode expected, Conversation.Said ours) {
    return switch (ours) {
      case Conversation.Said.Telemetry record ->
          mapping.compare(expected, record.content().telemetry());
      case Conversation.Said.Reply reply -> mapping.compare(expected, reply.content());
      case Conversation.Said.Identity identity ->
          throw new IllegalArgumentException("not a record: " + identity);
      case Conversation.Said.Bad bad -> throw new IllegalArgumentException("not a record: " + bad);
    };
  }
}
