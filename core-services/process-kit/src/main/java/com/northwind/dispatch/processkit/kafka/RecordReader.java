package com.northwind.dispatch.processkit.kafka;

import com.northwind.dispatch.contracts.envelope.DecodeResult;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.contracts.validation.ContractValidator;
import com.northwind.dispatch.contracts.validation.Violation;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a record's value and holds it to its contract. Thread-safe.
public final class RecordReader {
  private static final Logger log = LoggerFactory.getLogger(RecordReader.class);
  private static final int VIOLATIONS_NAMED = 5;

  private final EventCodec codec;
  private final ContractValidator validator;

  /// What a record comes to.
  public sealed interface Reading {
    /// An event that keeps its contract.
    record Event(EventEnvelope event) implements Reading {}

    /// The key was deleted, on a topic where that means something.
    record Deleted() implements Reading {}

    /// An event of a type that this build does not know: not for us.
    record NotForUs(String type) implements Reading {}

    /// The record breaks its contract, or is newer than this build.
    ///
    /// @param problem what is wrong and where, in one sentence
    record Broken(String problem) implements Reading {}
  }

  /// A reader of the events of the catalogue.
  public RecordReader() {
    this(EventCodec.ofCatalogue(), ContractValidator.ofCatalogue());
  }

  /// A reader with a codec and rules of one's own, such as those of another build.
  public RecordReader(EventCodec codec, ContractValidator validator) {
    this.codec = codec;
    this.validator = validator;
  }

  /// Reads a value; whatever it holds, this does not throw.
  public Reading read(String topic, byte @Nullable [] value) {
    if (value == null) {
      return isCompacted(topic)
          ? new Reading.Deleted()
          : new Reading.Broken("the record has no value; nothing is deleted on " + topic);
    }
    try {
      return switch (codec.decode(value)) {
        case DecodeResult.Read(var event) -> judge(event);
        case DecodeResult.UnknownType(String id, String type) -> {
          log.atDebug().addKeyValue("eventId", id).addKeyValue("type", type).log("type not known");
          yield new Reading.NotForUs(type);
        }
        case DecodeResult.NewerVersion(String _, String type, String known) ->
            new Reading.Broken(
                "%s is newer than this build, which knows %s: a newer build can read it"
                    .formatted(type, known));
        case DecodeResult.Unreadable(String problem) -> new Reading.Broken(problem);
      };
    } catch (RuntimeException | StackOverflowError e) {
      return new Reading.Broken("reading it failed: " + e);
    }
  }

  private Reading judge(EventEnvelope event) {
    List<Violation> violations = validator.violations(event.data());
    return violations.isEmpty()
        ? new Reading.Event(event)
        : new Reading.Broken(sentence(event.type(), violations));
  }

  private static String sentence(String type, List<Violation> violations) {
    String named =
        violations.stream()
            .limit(VIOLATIONS_NAMED)
            .map(Violation::toString)
            .collect(Collectors.joining("; "));
    int more = violations.size() - VIOLATIONS_NAMED;
    return type + " breaks its contract: " + named + (more > 0 ? "; and " + more + " more" : "");
  }

  private static boolean isCompacted(String topic) {
    return Topics.named(topic)
        .map(Topic::cleanup)
        .filter(Topic.Cleanup.Compact.class::isInstance)
        .isPresent();
  }
}
