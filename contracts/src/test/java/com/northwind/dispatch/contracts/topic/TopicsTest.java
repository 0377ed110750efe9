package com.northwind.dispatch.contracts.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicsTest {
  @Test
  void everyTypeTravelsOnExactlyOneTopic() {
    List<String> names =
        Topics.all().stream()
            .flatMap(topic -> topic.types().stream())
            .map(Message::getDescriptorForType)
            .map(type -> type.getFullName())
            .toList();
    Set<String> distinct = new HashSet<>(names);

    assertEquals(distinct.size(), names.size(), () -> "a type on two topics: " + names);
  }

  @Test
  void stateThatGatewaysReloadIsCompacted() {
    for (Topic topic :
        List.of(Topics.DEVICE_DIRECTORY, Topics.DEVICE_SESSIONS, Topics.TABLET_INSTRUCTIONS)) {
      assertEquals("compact", topic.settings().get("cleanup.policy"), topic.name());
    }
  }

  @Test
  void findsATopicByItsName() {
    assertEquals(Topics.PLANNING_LOADS, Topics.named("planning.loads").orElseThrow());
    assertTrue(Topics.named("planning.load").isEmpty());
  }
}
