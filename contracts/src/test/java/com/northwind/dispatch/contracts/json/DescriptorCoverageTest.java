package com.northwind.dispatch.contracts.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Fails for a field that telemetry.proto has and the fast path does not know: each field of
/// telemetry and of the messages in it is set alone.
class DescriptorCoverageTest {
  private static final int VALUES = 20;

  private final BothWays both = new BothWays();
  private final WildMessages wild = new WildMessages(new SplittableRandom(7));

  /// A field, and how a message that has it becomes part of telemetry.
  record Place(FieldDescriptor field, Message.Builder around, UnaryOperator<Message> toTelemetry) {

    Telemetry telemetry(Message message) {
      return (Telemetry) toTelemetry.apply(message);
    }
  }

  static Stream<Named<Place>> everyField() {
    List<Place> places = new ArrayList<>();
    collect(Telemetry.newBuilder(), UnaryOperator.identity(), places);
    return places.stream().map(place -> Named.of(place.field.getFullName(), place));
  }

  private static void collect(
      Message.Builder message, UnaryOperator<Message> toTelemetry, List<Place> places) {
    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
      places.add(new Place(field, message, toTelemetry));
      if (isMessageOfOurs(field)) {
        collect(
            message.newBuilderForField(field),
            inner -> toTelemetry.apply(with(message.clone(), field, inner)),
            places);
      }
    }
  }

  private static boolean isMessageOfOurs(FieldDescriptor field) {
    return field.getType() == FieldDescriptor.Type.MESSAGE
        && !field.getMessageType().equals(Timestamp.getDescriptor());
  }

  private static Message with(Message.Builder builder, FieldDescriptor field, Message value) {
    return field.isRepeated()
        ? builder.addRepeatedField(field, value).build()
        : builder.setField(field, value).build();
  }

  @ParameterizedTest
  @MethodSource("everyField")
  void everyFieldOfTheContractIsWrittenAndRead(Place place) throws Exception {
    for (int i = 0; i < VALUES; i++) {
      Message.Builder message = place.around.clone();
      wild.set(message, place.field);
      Telemetry telemetry = place.telemetry(message.build());

      String json = both.written(telemetry);

      assertEquals(both.printedByJsonFormat(telemetry), json);
      assertEquals(telemetry, both.read(json));
      assertEquals(telemetry, both.read(underOriginalName(json, place.field)));
    }
  }

  private static String underOriginalName(String json, FieldDescriptor field) {
    return json.replace('"' + field.getJsonName() + "\":", '"' + field.getName() + "\":");
  }
}
