package com.northwind.dispatch.localstack.contractlag;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.northwind.dispatch.localstack.topic.ReadFrom;
import com.northwind.dispatch.localstack.topic.TopicReader;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Counts the events of topics by type and revision, as their envelopes name them. Belongs to one
/// thread.
public final class UsageCount {
  private static final Pattern REVISION = Pattern.compile("urn:northwind:schema:(.+):([0-9]{1,6})");

  private final JsonFactory json = new JsonFactory();
  private final Map<SchemaUse.Key, SchemaUse> uses = new HashMap<>();
  private long records;
  private long unreadable;
  private boolean cutShort;

  /// Counts what a topic holds.
  ///
  /// @param limit how many records at most
  public void read(String bootstrapServers, String topic, ReadFrom from, long limit) {
    long[] left = {limit};
    try (TopicReader reader = new TopicReader(bootstrapServers, topic)) {
      reader.seek(from);
      reader.readToEnd(
          record -> {
            if (left[0]-- <= 0) {
              cutShort = true;
              return false;
            }
            count(topic, record);
            return true;
          });
    }
  }

  /// What is used, and how.
  public Map<SchemaUse.Key, SchemaUse> uses() {
    return Map.copyOf(uses);
  }

  /// How many records were read.
  public long records() {
    return records;
  }

  /// How many of them were no events.
  public long unreadable() {
    return unreadable;
  }

  /// Whether a topic held more than was read.
  public boolean cutShort() {
    return cutShort;
  }

  private void count(String topic, ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return;
    }
    records++;
    Map<String, String> attributes = attributes(record.value());
    String type = attributes.getOrDefault("type", "");
    if (type.isEmpty()) {
      unreadable++;
      return;
    }
    Matcher revision = REVISION.matcher(attributes.getOrDefault("dataschema", ""));
    boolean named = revision.matches() && revision.group(1).equals(type);
    uses.computeIfAbsent(
            new SchemaUse.Key(topic, type, named ? Integer.parseInt(revision.group(2)) : 0),
            key -> new SchemaUse())
        .add(
            attributes.getOrDefault("source", "nobody says"),
            Instant.ofEpochMilli(record.timestamp()));
  }

  /// The envelope's texts that stand before its data, which is where all of ours stand.
  private Map<String, String> attributes(byte[] value) {
    Map<String, String> found = new HashMap<>();
    try (JsonParser in = json.createParser(value)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return found;
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        if (in.nextToken() == JsonToken.VALUE_STRING) {
          found.put(name, in.getText());
        }
        if (found.containsKey("type")
            && found.containsKey("dataschema")
            && found.containsKey("source")) {
          return found;
        }
        in.skipChildren();
      }
      return found;
    } catch (IOException e) {
      return found;
    }
  }
}
