package com.northwind.dispatch.localstack.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.topic.ReadFrom;
import com.northwind.dispatch.localstack.topic.TopicReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerTest {

  @TempDir Path directory;

  @Test
  void acknowledgedRecordsSurviveAKillAndAnOrderlyRestart() throws Exception {
    try (LocalBroker broker = LocalBroker.start(directory)) {
      long firstPid = broker.pid();
      String address = broker.bootstrapServers();
      send(broker, "before");

      broker.kill();
      broker.restart();
      send(broker, "between");
      broker.stop();
      broker.restart();

      assertEquals(List.of("before", "between"), values(broker));
      assertEquals(address, broker.bootstrapServers());
      assertNotEquals(firstPid, broker.pid());
    }
  }

  private static void send(LocalBroker broker, String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(Topics.ELD_REJECTS.name(), "device", value)).get();
    }
  }

  private static List<String> values(LocalBroker broker) {
    List<String> values = new ArrayList<>();
    try (TopicReader reader =
        new TopicReader(broker.bootstrapServers(), Topics.ELD_REJECTS.name())) {
      reader.seek(new ReadFrom.Beginning());
      reader.readToEnd(record -> values.add(new String(record.value(), StandardCharsets.UTF_8)));
    }
    return values;
  }
}
