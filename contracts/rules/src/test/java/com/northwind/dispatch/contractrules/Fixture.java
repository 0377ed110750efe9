package com.northwind.dispatch.contractrules;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueOptions;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.UnknownFieldSet;
import com.northwind.dispatch.contractrules.descriptor.ContractReader;
import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.descriptor.EventType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/// The contracts of a depot that exists only in tests (`src/test/protobuf`), as they are and as
/// somebody changed them.
public final class Fixture {
  private static final String GATES = "northwind/depot/v1/gates.proto";

  private static final String TOPICS = "northwind/contract/v1/topics.proto";

  private final FileDescriptorSet set;

  private Fixture(FileDescriptorSet set) {
    this.set = set;
  }

  /// The depot's contracts, which break no rule.
  public static Fixture depot() {
    return new Fixture(without("broken", "unversioned"));
  }

  /// Contracts that break every rule.
  public static Fixture broken() {
    return new Fixture(without("depot"));
  }

  /// The same with another `gates.proto`.
  public Fixture withGates(Consumer<FileDescriptorProto.Builder> change) {
    FileDescriptorSet.Builder changed = set.toBuilder();
    for (FileDescriptorProto.Builder file : changed.getFileBuilderList()) {
      if (file.getName().equals(GATES)) {
        change.accept(file);
      }
    }
    return new Fixture(changed.build());
  }

  /// The same in which `GatePassed` also has an optional text `booth`.
  public Fixture withBooth() {
    return withGates(
        file -> {
          DescriptorProto.Builder message = file.getMessageTypeBuilder(0);
          message.addField(
              FieldDescriptorProto.newBuilder()
                  .setName("booth")
                  .setJsonName("booth")
                  .setNumber(30)
                  .setType(FieldDescriptorProto.Type.TYPE_STRING)
                  .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL));
          file.getSourceCodeInfoBuilder()
              .addLocationBuilder()
              .addAllPath(List.of(4, 0, 2, message.getFieldCount() - 1))
              .addAllSpan(List.of(47, 2, 20))
              .setLeadingComments(" The booth beside the gate.");
        });
  }

  /// The same in which `GatePassed` has lost a field. Comments of later fields keep their places,
  /// as protoc would move them.
  public Fixture withoutField(String name) {
    return withGates(
        file -> {
          DescriptorProto.Builder message = file.getMessageTypeBuilder(0);
          int gone = 0;
          while (!message.getField(gone).getName().equals(name)) {
            gone++;
          }
          message.removeField(gone);
          moveComments(file, gone);
        });
  }

  private static void moveComments(FileDescriptorProto.Builder file, int gone) {
    for (var location : file.getSourceCodeInfoBuilder().getLocationBuilderList()) {
      boolean isField =
          location.getPathCount() == 4
              && location.getPath(0) == 4
              && location.getPath(1) == 0
              && location.getPath(2) == 2;
      if (isField && location.getPath(3) > gone) {
        location.setPath(3, location.getPath(3) - 1);
      } else if (isField && location.getPath(3) == gone) {
        location.setPath(3, 999);
      }
    }
  }

  /// The same without one of its files.
  public Fixture withoutFile(String name) {
    FileDescriptorSet.Builder some = FileDescriptorSet.newBuilder();
    for (FileDescriptorProto file : set.getFileList()) {
      if (!file.getName().equals(name)) {
        some.addFile(file);
      }
    }
    return new Fixture(some.build());
  }

  /// The same with another first topic.
  ///
  /// @param key number of its key in `TopicKey`
  public Fixture withTopic(String name, List<String> processes, int key) {
    ByteArrayOutputStream about = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(about);
    try {
      out.writeString(1, name);
      out.writeEnum(2, key);
      for (String process : processes) {
        out.writeString(4, process);
        out.writeString(5, process);
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    UnknownFieldSet options =
        UnknownFieldSet.newBuilder()
            .addField(
                50400,
                UnknownFieldSet.Field.newBuilder()
                    .addLengthDelimited(ByteString.copyFrom(about.toByteArray()))
                    .build())
            .build();
    FileDescriptorSet.Builder changed = set.toBuilder();
    for (FileDescriptorProto.Builder file : changed.getFileBuilderList()) {
      if (file.getName().equals(TOPICS)) {
        file.getEnumTypeBuilder(1)
            .getValueBuilder(1)
            .setOptions(EnumValueOptions.newBuilder().setUnknownFields(options));
      }
    }
    return new Fixture(changed.build());
  }

  /// The descriptor set, as the build of the contracts writes it.
  public byte[] bytes() {
    return set.toByteArray();
  }

  /// The model.
  public Contracts contracts() {
    return ContractReader.read(bytes());
  }

  /// One event of the model.
  public static EventType event(Contracts contracts, String name) {
    return contracts.event(name).orElseThrow();
  }

  private static FileDescriptorSet without(String... packages) {
    FileDescriptorSet.Builder some = FileDescriptorSet.newBuilder();
    for (FileDescriptorProto file : all().getFileList()) {
      boolean wanted = true;
      for (String name : packages) {
        wanted &= !file.getName().startsWith("northwind/" + name + "/");
      }
      if (wanted) {
        some.addFile(file);
      }
    }
    return some.build();
  }

  private static FileDescriptorSet all() {
    try (InputStream in = Fixture.class.getResourceAsStream("/fixture.desc")) {
      if (in == null) {
        throw new IllegalStateException("the build makes fixture.desc out of src/test/protobuf");
      }
      return FileDescriptorSet.parseFrom(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
