package com.northwind.dispatch.contractrules.descriptor;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything the protobuf files of the platform say.
///
/// @param events in the order of their names
/// @param messages every message of ours by full name, events among them
/// @param enums every enum of ours by full name
/// @param topics in the order of the enum
public record Contracts(
    List<EventType> events,
    SortedMap<String, MessageType> messages,
    SortedMap<String, EnumType> enums,
    List<Topic> topics) {
  public Contracts {
    events = List.copyOf(events);
    messages = Collections.unmodifiableSortedMap(new TreeMap<>(messages));
    enums = Collections.unmodifiableSortedMap(new TreeMap<>(enums));
    topics = List.copyOf(topics);
  }

  /// The event type of a full name.
  public Optional<EventType> event(String name) {
    return events.stream().filter(event -> event.name().equals(name)).findFirst();
  }

  /// The topic that an event is on.
  public Optional<Topic> topicOf(EventType event) {
    return topics.stream()
        .filter(topic -> topic.constant().equals(event.topicConstant()))
        .findFirst();
  }

  /// The topic of a name in Kafka.
  public Optional<Topic> topic(String name) {
    return topics.stream().filter(topic -> topic.name().equals(name)).findFirst();
  }

  /// The message of a full name that some field refers to.
  public MessageType message(String name) {
    MessageType message = messages.get(name);
    if (message == null) {
      throw new IllegalArgumentException("the descriptor set has no message " + name);
    }
    return message;
  }

  /// The enum of a full name that some field refers to.
  public EnumType enumType(String name) {
    EnumType type = enums.get(name);
    if (type == null) {
      throw new IllegalArgumentException("the descriptor set has no enum " + name);
    }
    return type;
  }

  /// Full names of the messages and enums that a message reaches through its fields, itself not
  /// among them unless it reaches itself; in the order of first use.
  public Set<String> reachedFrom(MessageType start) {
    Set<String> reached = new LinkedHashSet<>();
    reach(start, reached);
    return reached;
  }

  private void reach(MessageType from, Set<String> reached) {
    for (Field field : from.fields()) {
      if (field.type() instanceof FieldType.OfMessage(String name) && reached.add(name)) {
        reach(message(name), reached);
      }
      if (field.type() instanceof FieldType.OfEnum(String name)) {
        reached.add(name);
      }
    }
  }
}
