package com.northwind.dispatch.processkit.kafka;

import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.processkit.deadletter.Failure;
import com.northwind.dispatch.processkit.deadletter.FailureClass;
import com.northwind.dispatch.processkit.deadletter.Letter;
import com.northwind.dispatch.processkit.deadletter.LetterBody;
import com.northwind.dispatch.processkit.deadletter.LetterId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One more attempt at a dead letter, by the same way as a record that has just come: read, held to
/// its contract, applied. Belongs to the consumer's thread.
///
/// The attempt is noted on `dead.letters` before it begins. A letter that ends its process is
/// therefore known by its count, and is left to an operator after
/// [com.northwind.dispatch.processkit.deadletter.RedriveRules#MOST_UNRETURNED] of them.
final class RedriveAttempt {
  private static final Logger log = LoggerFactory.getLogger(RedriveAttempt.class);

  private final EventConsumer.Handler handler;
  private final DeadLetterLog letters;
  private final RecordReader reader;
  private final MeterRegistry meters;
  private final Clock clock;
  private final Set<LetterId> begunHere = new HashSet<>();

  /// What an attempt comes to.
  enum Outcome {
    /// The record has had its effect; the letter is gone.
    APPLIED,
    /// It failed again; the letter says how.
    FAILED,
    /// The letter is no longer what the index said.
    CHANGED,
    /// Something is away; the letter is as it was.
    PUT_OFF
  }

  RedriveAttempt(
      EventConsumer.Handler handler,
      DeadLetterLog letters,
      RecordReader reader,
      MeterRegistry meters,
      Clock clock) {
    this.handler = handler;
    this.letters = letters;
    this.reader = reader;
    this.meters = meters;
    this.clock = clock;
  }

  /// The letter without the count of attempts that this process knows it has come back from.
  Letter asKnownHere(Letter letter) {
    return begunHere.contains(letter.id()) ? letter.withUnreturned(0) : letter;
  }

  Outcome at(Letter letter, LetterReader bodies) throws InterruptedException {
    Optional<LetterBody> found = bodies.read(letter);
    if (found.isEmpty()) {
      return Outcome.CHANGED;
    }
    LetterBody before = new LetterBody(found.get().data(), asKnownHere(letter).unreturned());
    letters.write(List.of(before.attempting(clock.instant())));
    begunHere.add(letter.id());
    Outcome outcome = attempt(letter.id(), before, bodies);
    begunHere.remove(letter.id());
    return outcome;
  }

  private Outcome attempt(LetterId id, LetterBody before, LetterReader bodies)
      throws InterruptedException {
    Optional<byte[]> value = before.value();
    if (value.isEmpty()) {
      Optional<ConsumerRecord<String, byte[]>> original = bodies.readOriginal(id);
      if (original.isEmpty()) {
        return failed(id, before, Failure.contract(id.topic() + " no longer has the record"));
      }
      value = Optional.ofNullable(original.get().value());
    }
    return switch (reader.read(id.topic(), value.orElse(null))) {
      case RecordReader.Reading.Event(var event) -> apply(id, before, event);
      case RecordReader.Reading.Deleted() -> applied(id);
      case RecordReader.Reading.NotForUs(String type) ->
          failed(id, before, Failure.contract("this build does not know the type " + type));
      case RecordReader.Reading.Broken(String problem) ->
          failed(id, before, Failure.contract(problem));
    };
  }

  private Outcome apply(LetterId id, LetterBody before, EventEnvelope event)
      throws InterruptedException {
    try {
      handler.apply(List.of(new ConsumedEvent(id.topic(), id.partition(), id.offset(), event)));
      return applied(id);
    } catch (Exception | Error e) {
      if (handler.classOf(e) == FailureClass.TRANSIENT) {
        log.atInfo().addKeyValue("letter", id).addKeyValue("problem", e).log("re-drive put off");
        letters.write(List.of(before));
        return Outcome.PUT_OFF;
      }
      return failed(id, before, Failure.bug(e, 1));
    }
  }

  private Outcome applied(LetterId id) throws InterruptedException {
    letters.remove(List.of(id));
    count(id, "applied");
    log.atInfo().addKeyValue("letter", id).log("dead letter applied");
    return Outcome.APPLIED;
  }

  private Outcome failed(LetterId id, LetterBody before, Failure failure)
      throws InterruptedException {
    letters.write(List.of(before.failedAgain(failure, clock.instant())));
    count(id, "failed");
    log.atWarn()
        .addKeyValue("letter", id)
        .addKeyValue("problem", failure.problem())
        .setCause(failure.cause())
        .log("dead letter failed again, its key waits");
    return Outcome.FAILED;
  }

  private void count(LetterId id, String outcome) {
    meters
        .counter("northwind.deadletters.redriven", "consumer", id.consumer(), "outcome", outcome)
        .increment();
  }
}
