package com.northwind.dispatch.contractrules.check;

import com.northwind.dispatch.contractrules.diff.SchemaChange;
import com.northwind.dispatch.contractrules.schema.SchemaId;
import java.util.List;

/// How one event type stands against its released revisions.
public sealed interface TypeVerdict {
  /// Full name of the type.
  String type();

  /// The protobuf files say what the newest released revision says.
  record Unchanged(SchemaId current) implements TypeVerdict {
    @Override
    public String type() {
      return current.type();
    }
  }

  /// Nothing of the type is released yet.
  record New(SchemaId first, List<String> readers) implements TypeVerdict {
    @Override
    public String type() {
      return first.type();
    }
  }

  /// The type changed in a way that hurts nobody, and is not released yet.
  record Grew(SchemaId next, List<SchemaChange> changes, List<String> readers)
      implements TypeVerdict {
    @Override
    public String type() {
      return next.type();
    }
  }

  /// The type changed in a way that would hurt readers.
  record Refused(SchemaId next, List<Refusal> refusals, List<String> readers)
      implements TypeVerdict {
    @Override
    public String type() {
      return next.type();
    }
  }

  /// The type is released, but no protobuf file defines it any more.
  record Vanished(String type, List<Integer> revisions, List<String> readers)
      implements TypeVerdict {}
}
