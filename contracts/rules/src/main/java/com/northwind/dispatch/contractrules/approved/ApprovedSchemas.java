package com.northwind.dispatch.contractrules.approved;

import com.northwind.dispatch.contractrules.json.NotJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// The released schemas that ship with the build, in the contracts' jar.
public final class ApprovedSchemas {
  private static final String DIRECTORY = "northwind/approved/";

  private ApprovedSchemas() {}

  /// Every released revision on the class path, in the order of types and revisions.
  ///
  /// @throws IllegalStateException when there are none, or a file is not the one that was released
  public static List<ApprovedSchema> fromClasspath(ClassLoader loader) {
    List<ApprovedSchema> schemas = new ArrayList<>();
    Lock lock = lock(loader);
    for (Map.Entry<String, SortedMap<Integer, String>> type : lock.hashes().entrySet()) {
      for (Map.Entry<Integer, String> revision : type.getValue().entrySet()) {
        String resource = DIRECTORY + type.getKey() + "/" + revision.getKey() + ".json";
        byte[] bytes = bytes(loader, resource);
        if (!ContentHash.of(bytes).equals(revision.getValue())) {
          throw new IllegalStateException(
              resource
                  + " is not the file that was released: its hash is not the one in lock.json");
        }
        schemas.add(
            new ApprovedSchema(
                type.getKey(), revision.getKey(), new String(bytes, StandardCharsets.UTF_8)));
      }
    }
    return List.copyOf(schemas);
  }

  private static Lock lock(ClassLoader loader) {
    try {
      return Lock.parse(
          new String(bytes(loader, DIRECTORY + Lock.FILE_NAME), StandardCharsets.UTF_8));
    } catch (NotJsonException e) {
      throw new IllegalStateException(
          DIRECTORY + Lock.FILE_NAME + " on the class path cannot be read: " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(ClassLoader loader, String resource) {
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "there is no " + resource + " on the class path: it ships in the jar of the contracts");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + resource + " on the class path", e);
    }
  }
}
