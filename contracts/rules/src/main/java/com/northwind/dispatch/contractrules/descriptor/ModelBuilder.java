package com.northwind.dispatch.contractrules.descriptor;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.DynamicMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/// Collects the model while it walks the files. The numbers in paths are those of descriptor.proto.
final class ModelBuilder {
  private static final String TOPICS = "northwind.contract.v1.Topic";
  private static final String KEY_PREFIX = "TOPIC_KEY_";
  private static final int FILE_MESSAGES = 4;
  private static final int FILE_ENUMS = 5;
  private static final int MESSAGE_FIELDS = 2;
  private static final int MESSAGE_MESSAGES = 3;
  private static final int MESSAGE_ENUMS = 4;
  private static final int ENUM_VALUES = 2;

  private final RuleOptions options;
  private final List<EventType> events = new ArrayList<>();
  private final TreeMap<String, MessageType> messages = new TreeMap<>();
  private final TreeMap<String, EnumType> enums = new TreeMap<>();
  private final List<Topic> topics = new ArrayList<>();

  ModelBuilder(RuleOptions options) {
    this.options = options;
  }

  Contracts build() {
    events.sort(Comparator.comparing(EventType::name));
    return new Contracts(events, messages, enums, topics);
  }

  void add(FileDescriptor file) {
    Comments comments = new Comments(file.toProto());
    for (Descriptor message : file.getMessageTypes()) {
      add(message, List.of(FILE_MESSAGES, message.getIndex()), comments);
    }
    for (EnumDescriptor type : file.getEnumTypes()) {
      add(type, List.of(FILE_ENUMS, type.getIndex()), comments);
    }
  }

  private void add(Descriptor descriptor, List<Integer> path, Comments comments) {
    if (descriptor.getOptions().getMapEntry()) {
      return;
    }
    List<Field> fields = new ArrayList<>();
    for (FieldDescriptor field : descriptor.getFields()) {
      fields.add(field(field, below(path, MESSAGE_FIELDS, field.getIndex()), comments));
    }
    MessageType message =
        new MessageType(
            descriptor.getFullName(), fields, comments.comment(path), comments.place(path));
    messages.put(message.name(), message);
    options.eventOf(descriptor.getOptions()).ifPresent(said -> events.add(event(message, said)));
    for (Descriptor nested : descriptor.getNestedTypes()) {
      add(nested, below(path, MESSAGE_MESSAGES, nested.getIndex()), comments);
    }
    for (EnumDescriptor nested : descriptor.getEnumTypes()) {
      add(nested, below(path, MESSAGE_ENUMS, nested.getIndex()), comments);
    }
  }

  private static EventType event(MessageType message, DynamicMessage said) {
    return new EventType(
        message,
        RuleOptions.constant(said, "topic"),
        RuleOptions.text(said, "key"),
        Optional.of(RuleOptions.text(said, "replaces")).filter(name -> !name.isEmpty()));
  }

  private Field field(FieldDescriptor field, List<Integer> path, Comments comments) {
    OneofDescriptor oneof = field.getRealContainingOneof();
    FieldDescriptor value =
        field.isMapField() ? field.getMessageType().findFieldByNumber(2) : field;
    return new Field(
        field.getName(),
        field.getJsonName(),
        field.getNumber(),
        hasTextKeys(field) ? type(value) : new FieldType.Foreign("map whose keys are no texts"),
        shape(field),
        Optional.ofNullable(oneof).map(OneofDescriptor::getName),
        options.ruleOf(field.getOptions()),
        comments.comment(path),
        comments.place(path));
  }

  private static boolean hasTextKeys(FieldDescriptor field) {
    return !field.isMapField()
        || field.getMessageType().findFieldByNumber(1).getType() == FieldDescriptor.Type.STRING;
  }

  private static Field.Shape shape(FieldDescriptor field) {
    if (field.isMapField()) {
      return Field.Shape.MAP;
    }
    if (field.isRepeated()) {
      return Field.Shape.REPEATED;
    }
    return field.hasPresence() ? Field.Shape.EXPLICIT : Field.Shape.IMPLICIT;
  }

  private static FieldType type(FieldDescriptor field) {
    return switch (field.getType()) {
      case DOUBLE -> new FieldType.Of(Scalar.DOUBLE);
      case FLOAT -> new FieldType.Of(Scalar.FLOAT);
      case INT64, UINT64, FIXED64, SFIXED64, SINT64 -> new FieldType.Of(Scalar.INT64);
      case INT32, SFIXED32, SINT32 -> new FieldType.Of(Scalar.INT32);
      case UINT32, FIXED32 -> new FieldType.Of(Scalar.UINT32);
      case BOOL -> new FieldType.Of(Scalar.BOOL);
      case STRING -> new FieldType.Of(Scalar.STRING);
      case BYTES -> new FieldType.Of(Scalar.BYTES);
      case ENUM -> enumType(field.getEnumType().getFullName());
      case MESSAGE, GROUP -> messageType(field.getMessageType().getFullName());
    };
  }

  private static FieldType messageType(String name) {
    return switch (name) {
      case "google.protobuf.Timestamp" -> new FieldType.OfTimestamp();
      case "google.protobuf.Duration" -> new FieldType.OfDuration();
      default ->
          name.startsWith("google.") ? new FieldType.Foreign(name) : new FieldType.OfMessage(name);
    };
  }

  private static FieldType enumType(String name) {
    return name.startsWith("google.") ? new FieldType.Foreign(name) : new FieldType.OfEnum(name);
  }

  private void add(EnumDescriptor descriptor, List<Integer> path, Comments comments) {
    List<EnumType.Value> values = new ArrayList<>();
    for (EnumValueDescriptor value : descriptor.getValues()) {
      List<Integer> valuePath = below(path, ENUM_VALUES, value.getIndex());
      String comment = comments.comment(valuePath);
      Place place = comments.place(valuePath);
      values.add(new EnumType.Value(value.getName(), value.getNumber(), comment, place));
      if (descriptor.getFullName().equals(TOPICS)) {
        options
            .aboutOf(value.getOptions())
            .ifPresent(said -> topics.add(topic(value.getName(), said, comment, place)));
      }
    }
    enums.put(
        descriptor.getFullName(),
        new EnumType(
            descriptor.getFullName(), values, comments.comment(path), comments.place(path)));
  }

  private static Topic topic(String constant, DynamicMessage said, String comment, Place place) {
    String key = RuleOptions.constant(said, "key");
    return new Topic(
        constant,
        RuleOptions.text(said, "name"),
        (key.startsWith(KEY_PREFIX) ? key.substring(KEY_PREFIX.length()) : key)
            .toLowerCase(Locale.ROOT)
            .replace('_', ' '),
        RuleOptions.integer(said, "retention_days"),
        RuleOptions.texts(said, "written_by"),
        RuleOptions.texts(said, "read_by"),
        comment,
        place);
  }

  private static List<Integer> below(List<Integer> path, int kind, int index) {
    List<Integer> below = new ArrayList<>(path);
    below.add(kind);
    below.add(index);
    return List.copyOf(below);
  }
}
