package com.northwind.dispatch.contracts.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.contract.v1.EventRule;
import com.northwind.dispatch.contracts.contract.v1.RulesProto;
import com.northwind.dispatch.contracts.contract.v1.TopicRule;
import com.northwind.dispatch.contracts.contract.v1.TopicsProto;
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
  void everyTypeIsOnTheTopicItNamesAndKeyedByAFieldOfItsOwn() {
    for (Topic topic : Topics.all()) {
      for (Message type : topic.types()) {
        EventRule rule = type.getDescriptorForType().getOptions().getExtension(RulesProto.event);
        TopicRule named =
            rule.getTopic().getValueDescriptor().getOptions().getExtension(TopicsProto.about);

        assertEquals(topic.name(), named.getName(), type.getDescriptorForType().getFullName());
        assertNotNull(
            type.getDescriptorForType().findFieldByName(rule.getKey()),
            () -> type.getDescriptorForType().getFullName() + " has no field " + rule.getKey());
      }
    }
  }

  @Test
  void everyTopicOfTheContractIsInTheCatalogueInItsOrder() {
    assertEquals(
        TopicsProto.getDescriptor().findEnumTypeByName("Topic").getValues().stream()
            .skip(1)
            .map(value -> value.getOptions().getExtension(TopicsProto.about).getName())
            .toList(),
        Topics.all().stream().map(Topic::name).toList());
  }

  @Test
  void findsATopicByItsName() {
    assertEquals(Topics.PLANNING_LOADS, Topics.named("planning.loads").orElseThrow());
    assertTrue(Topics.named("planning.load").isEmpty());
  }
}
