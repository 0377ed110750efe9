package com.northwind.dispatch.contractrules.lint;

import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.descriptor.EnumType;
import com.northwind.dispatch.contractrules.descriptor.Field;
import com.northwind.dispatch.contractrules.descriptor.MessageType;
import com.northwind.dispatch.contractrules.descriptor.Names;
import com.northwind.dispatch.contractrules.descriptor.Place;
import java.util.HashMap;
import java.util.Map;

/// Names and comments: of every declaration, whether an event uses it or not.
final class WordingRules {
  private final Findings findings;

  private WordingRules(Findings findings) {
    this.findings = findings;
  }

  static void check(Contracts contracts, Findings findings) {
    WordingRules rules = new WordingRules(findings);
    contracts.messages().values().forEach(rules::checkMessage);
    contracts.enums().values().forEach(rules::checkEnum);
  }

  private void checkMessage(MessageType message) {
    checkComment(message.comment(), message.place(), message.name(), "what it is");
    checkPackage(message.name(), message.place());
    Map<String, Field> byJsonName = new HashMap<>();
    for (Field field : message.fields()) {
      checkComment(
          field.comment(),
          field.place(),
          message.name() + "." + field.name(),
          "what it means, and its unit and range where it has one");
      Field other = byJsonName.putIfAbsent(field.jsonName(), field);
      if (other != null) {
        findings.add(
            message,
            field,
            "has the JSON name '" + field.jsonName() + "', as " + other.name() + " has",
            "Give one of the two another name.");
      }
    }
  }

  private void checkEnum(EnumType type) {
    checkComment(type.comment(), type.place(), type.name(), "what its values say");
    checkPackage(type.name(), type.place());
    String prefix = Names.constantPrefix(Names.simple(type.name())) + "_";
    for (EnumType.Value value : type.values()) {
      String subject = type.name() + "." + value.name();
      checkComment(value.comment(), value.place(), subject, "what it means");
      if (!value.name().startsWith(prefix)) {
        findings.add(
            value.place(),
            subject,
            "does not begin with its enum's name",
            "Call it " + prefix + value.name() + ": in JSON the value stands alone.");
      }
    }
    EnumType.Value first = type.values().get(0);
    if (first.number() != 0 || !first.name().equals(prefix + "UNSPECIFIED")) {
      findings.add(
          first.place(),
          type.name(),
          "does not begin with " + prefix + "UNSPECIFIED = 0",
          "Put it first: absent and unknown values read as 0, which must mean nothing.");
    }
  }

  private void checkComment(String comment, Place place, String subject, String what) {
    if (comment.isEmpty()) {
      findings.add(place, subject, "has no comment", "Say above it, in a sentence, " + what + ".");
    }
  }

  private void checkPackage(String name, Place place) {
    // A nested type stands in its message, which stands in the package: some part is the version.
    if (!(Names.parent(name) + ".").matches(".*\\.v[1-9]\\d*\\..*")) {
      findings.add(
          place,
          name,
          "is in a package without a version",
          "End the package in one, e.g. northwind.planning.v1: what breaks readers goes into the next.");
    }
  }
}
