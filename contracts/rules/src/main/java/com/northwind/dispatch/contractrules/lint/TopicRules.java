package com.northwind.dispatch.contractrules.lint;

import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.descriptor.EnumType;
import com.northwind.dispatch.contractrules.descriptor.Topic;
import java.util.HashMap;
import java.util.Map;

/// Topics: the values of `northwind.contract.v1.Topic`.
final class TopicRules {
  private static final String TOPICS = "northwind.contract.v1.Topic";

  private TopicRules() {}

  static void check(Contracts contracts, Findings findings) {
    EnumType topics = contracts.enums().get(TOPICS);
    if (topics == null) {
      return;
    }
    for (EnumType.Value value : topics.said()) {
      if (contracts.topics().stream().noneMatch(topic -> topic.constant().equals(value.name()))) {
        findings.add(
            value.place(),
            value.name(),
            "says nothing about its topic",
            "Add [(about) = {name: ... key: ... written_by: ... read_by: ...}].");
      }
    }
    Map<String, Topic> byName = new HashMap<>();
    for (Topic topic : contracts.topics()) {
      check(topic, findings);
      Topic other = byName.putIfAbsent(topic.name(), topic);
      if (other != null) {
        findings.add(
            topic.place(),
            topic.constant(),
            "has the name of " + other.constant() + ", " + topic.name(),
            "Give it another name.");
      }
    }
  }

  private static void check(Topic topic, Findings findings) {
    if (!topic.name().matches("[a-z][a-z0-9]*([.][a-z][a-z0-9]*)+")) {
      findings.add(
          topic.place(),
          topic.constant(),
          "has the name '" + topic.name() + "'",
          "Use lower-case words with dots between them, e.g. planning.loads.");
    }
    if (topic.key().equals("unspecified")) {
      findings.add(
          topic.place(),
          topic.constant(),
          "does not say what its records are keyed by",
          "Set key: records of one key keep their order.");
    }
    if (topic.writtenBy().isEmpty() || topic.readBy().isEmpty()) {
      findings.add(
          topic.place(),
          topic.constant(),
          "does not say who writes and who reads it",
          "Set written_by and read_by: a change is announced to the readers.");
    }
  }
}
