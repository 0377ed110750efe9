package com.northwind.dispatch.contracts.envelope;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.contracts.topic.Topics;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The event types a codec can read, by the full name of their message.
public final class EventTypes {
  private final Map<String, Message> prototypes;

  private EventTypes(Collection<Message> prototypes) {
    this.prototypes =
        prototypes.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    prototype -> prototype.getDescriptorForType().getFullName(),
                    Function.identity()));
  }

  /// Every type that the topic catalogue names.
  public static EventTypes ofCatalogue() {
    return new EventTypes(
        Topics.all().stream().map(Topic::types).flatMap(Collection::stream).distinct().toList());
  }

  /// Types of one's own choice, given as empty messages.
  public static EventTypes of(Collection<Message> prototypes) {
    return new EventTypes(prototypes);
  }

  /// The empty message of a type, or nothing when this build does not know the type.
  public Optional<Message> prototype(String type) {
    return Optional.ofNullable(prototypes.get(type));
  }

  /// The newest version that this build knows of a type, when it knows only older ones than asked
  /// for: `northwind.planning.v1.LoadCancelled` for `northwind.planning.v2.LoadCancelled`.
  Optional<String> olderVersionOf(String type) {
    Optional<TypeVersion> asked = TypeVersion.parse(type);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    return prototypes.keySet().stream()
        .map(TypeVersion::parse)
        .flatMap(Optional::stream)
        .filter(known -> known.isOlderThan(asked.get()))
        .max(TypeVersion.BY_NUMBER)
        .map(TypeVersion::type);
  }
}
