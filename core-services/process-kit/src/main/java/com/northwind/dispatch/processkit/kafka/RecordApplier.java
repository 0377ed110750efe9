package com.northwind.dispatch.processkit.kafka;

import com.northwind.dispatch.contracts.operations.v1.DeadLetterReason;
import com.northwind.dispatch.processkit.deadletter.Failure;
import com.northwind.dispatch.processkit.deadletter.FailureClass;
import com.northwind.dispatch.processkit.deadletter.Letter;
import com.northwind.dispatch.processkit.deadletter.LetterBody;
import com.northwind.dispatch.processkit.deadletter.LetterId;
import com.northwind.dispatch.processkit.deadletter.LetterIndex;
import com.northwind.dispatch.processkit.deadletter.OrderKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Applies records to a handler and parks those that cannot be applied. When it returns, every
/// record it was given has had its effect, is durable on `dead.letters`, or is nobody's business
/// here. Belongs to the consumer's thread.
final class RecordApplier {
  private static final Logger log = LoggerFactory.getLogger(RecordApplier.class);
  private static final int ATTEMPTS_BEFORE_PARKING = 3;

  private final String group;
  private final EventConsumer.Handler handler;
  private final DeadLetterLog letters;
  private final LetterIndex index;
  private final RecordReader reader;
  private final Clock clock;

  RecordApplier(
      String group,
      EventConsumer.Handler handler,
      DeadLetterLog letters,
      RecordReader reader,
      Clock clock) {
    this.group = group;
    this.handler = handler;
    this.letters = letters;
    this.index = letters.index(group);
    this.reader = reader;
    this.clock = clock;
  }

  /// Applies records in their order.
  ///
  /// @throws Exception what stands in the way for now; the same records are to be given again
  void apply(List<ConsumerRecord<String, byte[]>> records) throws Exception {
    Parking parking = new Parking();
    List<Ready> ready = new ArrayList<>(records.size());
    for (ConsumerRecord<String, byte[]> record : records) {
      if (!index.isEmpty() && index.find(idOf(record)).isPresent()) {
        continue;
      }
      switch (reader.read(record.topic(), record.value())) {
        case RecordReader.Reading.Event(var event) -> {
          Ready next =
              new Ready(
                  record,
                  new ConsumedEvent(record.topic(), record.partition(), record.offset(), event));
          if (!parking.holds(record)) {
            ready.add(next);
          }
        }
        case RecordReader.Reading.Broken(String problem) ->
            parking.park(record, Failure.contract(problem));
        case RecordReader.Reading.Deleted(), RecordReader.Reading.NotForUs(String _) -> {}
      }
    }
    if (!appliedTogether(ready)) {
      for (Ready one : ready) {
        if (!parking.holds(one.record())) {
          applyAlone(one, parking);
        }
      }
    }
    parking.write();
  }

  /// Parks a record that has ended its process, or lost its partition, too often.
  void giveUp(ConsumerRecord<String, byte[]> record, int deliveries) throws InterruptedException {
    Parking parking = new Parking();
    if (!parking.holds(record)) {
      parking.park(record, Failure.neverReturned(deliveries), deliveries);
    }
    parking.write();
  }

  /// Whether all events could be applied at once; if not, none is.
  private boolean appliedTogether(List<Ready> ready) throws Exception {
    if (ready.size() <= 1 || !handler.together()) {
      return ready.isEmpty();
    }
    try {
      handler.apply(ready.stream().map(Ready::event).toList());
      return true;
    } catch (Exception | Error e) {
      if (handler.classOf(e) == FailureClass.TRANSIENT) {
        throw e;
      }
      log.atDebug().setCause(e).log("applying one by one");
      return false;
    }
  }

  private void applyAlone(Ready one, Parking parking) throws Exception {
    for (int attempt = 1; ; attempt++) {
      try {
        handler.apply(List.of(one.event()));
        return;
      } catch (Exception | Error e) {
        if (handler.classOf(e) == FailureClass.TRANSIENT) {
          throw e;
        }
        if (attempt == ATTEMPTS_BEFORE_PARKING) {
          parking.park(one.record(), Failure.bug(e, attempt));
          return;
        }
      }
    }
  }

  private LetterId idOf(ConsumerRecord<String, byte[]> record) {
    return new LetterId(group, record.topic(), record.partition(), record.offset());
  }

  /// An event that may be applied, and its record.
  private record Ready(ConsumerRecord<String, byte[]> record, ConsumedEvent event) {}

  /// What is parked of one slice, and which keys that holds up.
  private final class Parking {
    private final List<LetterBody> bodies = new ArrayList<>(0);
    private final Map<LetterId, Failure> failures = new LinkedHashMap<>(0);
    private final Map<OrderKey, LetterId> heads = new HashMap<>(0);

    /// Whether the record has to wait behind an earlier one of its key; if so it is parked.
    boolean holds(ConsumerRecord<String, byte[]> record) {
      LetterId earlier = inFrontOf(record);
      if (earlier == null) {
        return false;
      }
      park(record, Failure.behind(earlier));
      return true;
    }

    void park(ConsumerRecord<String, byte[]> record, Failure failure) {
      park(record, failure, 0);
    }

    void park(ConsumerRecord<String, byte[]> record, Failure failure, int unreturned) {
      LetterId id = idOf(record);
      heads.merge(keyOf(record), id, (a, b) -> a.offset() < b.offset() ? a : b);
      LetterBody body = LetterBody.of(id, record, failure, letters.node(), clock.instant());
      bodies.add(new LetterBody(body.data(), unreturned));
      failures.put(id, failure);
    }

    void write() throws InterruptedException {
      if (!bodies.isEmpty()) {
        letters.park(bodies);
        failures.forEach(RecordApplier::report);
      }
    }

    private @Nullable LetterId inFrontOf(ConsumerRecord<String, byte[]> record) {
      if (heads.isEmpty() && index.isEmpty()) {
        return null;
      }
      OrderKey key = keyOf(record);
      LetterId head = heads.get(key);
      if (head != null && head.offset() < record.offset()) {
        return head;
      }
      return index.inFrontOf(key, record.offset()).map(Letter::id).orElse(null);
    }

    private OrderKey keyOf(ConsumerRecord<String, byte[]> record) {
      return handler.keysWait()
          ? OrderKey.of(idOf(record), LetterBody.keyOf(record))
          : OrderKey.alone(idOf(record));
    }
  }

  private static void report(LetterId id, Failure failure) {
    if (failure.reason() == DeadLetterReason.DEAD_LETTER_REASON_BEHIND) {
      return;
    }
    boolean bug = failure.reason() == DeadLetterReason.DEAD_LETTER_REASON_BUG;
    (bug ? log.atError() : log.atWarn())
        .addKeyValue("letter", id)
        .addKeyValue("reason", bug ? "BUG" : "CONTRACT")
        .addKeyValue("problem", failure.problem())
        .setCause(failure.cause())
        .log("record parked on dead.letters, its key waits");
  }
}
