package com.northwind.dispatch.schemaregistry.log;

import com.northwind.dispatch.schemaregistry.catalogue.Catalogue;
import com.northwind.dispatch.schemaregistry.catalogue.CatalogueRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The log read whole into memory, and followed for as long as the process lives. One platform
/// thread polls; [#catalogue()] is what it has read so far. While Kafka is away the catalogue is as
/// old as the outage.
public final class SchemaLog implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SchemaLog.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final LogSettings settings;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Counter passedOver;
  private final ReadingPlace place = new ReadingPlace();
  private final RecentWrites recentWrites = new RecentWrites();
  private final Thread thread;
  private volatile Catalogue catalogue = Catalogue.EMPTY;
  private volatile Optional<String> damage = Optional.empty();
  private volatile String clusterId = "";
  private volatile boolean closing;
  private volatile Optional<Uuid> topicId = Optional.empty();
  private long endAtStart = -1;

  private SchemaLog(LogSettings settings, MeterRegistry meters) {
    this.settings = settings;
    this.consumer = settings.newConsumer();
    this.passedOver = meters.counter("northwind.schemaregistry.records.passedover");
    this.thread = Thread.ofPlatform().name("schema-log").unstarted(this::run);
  }

  /// Starts reading; makes the topic where it is missing.
  public static SchemaLog start(LogSettings settings, MeterRegistry meters) {
    SchemaLog schemaLog = new SchemaLog(settings, meters);
    schemaLog.thread.start();
    return schemaLog;
  }

  /// What has been read so far.
  public Catalogue catalogue() {
    return catalogue;
  }

  /// Whether everything that was in the log at the start has been read.
  public boolean readOnce() {
    return place.caughtUp();
  }

  /// Waits until everything that was in the log at the start has been read, for as long as that
  /// takes.
  public void awaitReadOnce() throws InterruptedException {
    place.awaitCaughtUp();
  }

  /// The id of Kafka's cluster, empty while it is not known.
  public String clusterId() {
    return clusterId;
  }

  /// What is wrong with the log, so that nothing may be written; nothing as long as it is well.
  public Optional<String> damage() {
    return damage;
  }

  /// Notes that the log is not the one that was read.
  void damaged(String problem) {
    if (damage.isEmpty()) {
      log.atError()
          .addKeyValue("topic", settings.topic())
          .addKeyValue("problem", problem)
          .log("log of schemas is damaged, nothing is written any more");
    }
    damage = Optional.of(problem);
  }

  /// Whether what was read came from the topic with this id; true as long as nothing was read.
  boolean isOf(Uuid id) {
    return topicId.isEmpty() || topicId.get().equals(id);
  }

  /// Waits until everything before an offset has been read.
  ///
  /// @return whether that came to pass in time
  boolean awaitPosition(long offset, Deadline deadline) throws InterruptedException {
    return place.await(offset, deadline);
  }

  /// The offset of the first record that has not been read.
  long position() {
    return place.position();
  }

  /// Whether a recent write has been read back, and so took place.
  boolean hasRead(String write) {
    return recentWrites.contains(write);
  }

  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (consumer) {
      follow();
    } catch (RuntimeException e) {
      log.atError()
          .addKeyValue("topic", settings.topic())
          .setCause(e)
          .log("reading the log failed");
      damaged("this replica has stopped reading the log, its own log says why: restart it");
    }
  }

  private void follow() {
    while (!closing) {
      try {
        if (consumer.assignment().isEmpty() && !begin()) {
          pause();
          continue;
        }
        apply(consumer.poll(POLL));
        place.moveTo(consumer.position(settings.partition()), endAtStart);
      } catch (WakeupException e) {
        log.debug("woken up");
      } catch (OffsetOutOfRangeException e) {
        damaged(
            "the log ends before what was already read from it: it was truncated or made anew; "
                + "bring the records back, or restart the registry to go on with what is there");
        pause();
      } catch (KafkaException e) {
        log.atWarn().addKeyValue("topic", settings.topic()).setCause(e).log("log not readable now");
        pause();
      }
    }
  }

  private boolean begin() {
    try (Admin admin = settings.newAdmin()) {
      LogTopic topic = new LogTopic(admin, settings);
      Optional<String> problem = topic.ensure();
      if (problem.isPresent()) {
        damaged(problem.get());
        return false;
      }
      Optional<Uuid> id = topic.id();
      if (id.isEmpty()) {
        log.debug("topic was made, its brokers do not know it yet");
        return false;
      }
      topicId = id;
      clusterId = admin.describeCluster().clusterId().get();
      damage = Optional.empty();
    } catch (ExecutionException e) {
      log.atWarn()
          .addKeyValue("topic", settings.topic())
          .addKeyValue("problem", String.valueOf(e.getCause()))
          .log("topic cannot be made now");
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing = true;
      return false;
    }
    List<TopicPartition> partitions = List.of(settings.partition());
    endAtStart = consumer.endOffsets(partitions).getOrDefault(settings.partition(), 0L);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return true;
  }

  private void apply(ConsumerRecords<String, byte[]> polled) {
    List<CatalogueRecord> records = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : polled) {
      switch (RecordReader.read(record.key(), record.value())) {
        case RecordReader.Reading.Read(CatalogueRecord read) -> records.add(read);
        case RecordReader.Reading.Unreadable(String problem) -> passOver(record, problem);
      }
    }
    catalogue = catalogue.with(records);
    records.forEach(recentWrites::note);
  }

  private void passOver(ConsumerRecord<String, byte[]> record, String problem) {
    passedOver.increment();
    log.atError()
        .addKeyValue("topic", record.topic())
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .addKeyValue("problem", problem)
        .log("record of the log cannot be read, passed over");
  }

  private void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing = true;
    }
  }
}
