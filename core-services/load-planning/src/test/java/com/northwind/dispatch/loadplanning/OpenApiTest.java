package com.northwind.dispatch.loadplanning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
class OpenApiTest {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final JsonNode description = read();

  @Test
  void describesEveryRouteAndNothingElse(TestDatabase database) throws Exception {
    Set<String> described = new TreeSet<>();
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyStream()
                    .filter(operation -> METHODS.contains(operation.getKey()))
                    .forEach(
                        operation ->
                            described.add(
                                operation.getKey().toUpperCase(Locale.ROOT)
                                    + " "
                                    + path.getKey())));

    try (PlanningRig rig = new PlanningRig(database)) {
      Set<String> served =
          rig.routes().stream()
              .map(route -> route.method() + " " + route.pattern())
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(served, described);
    }
  }

  @Test
  void refersOnlyToWhatItDefines() {
    assertTrue(description.path("openapi").asText().startsWith("3.1"));
    Set<String> references = new TreeSet<>();
    collect(description, references);
    assertFalse(references.isEmpty());
    for (String reference : references) {
      assertFalse(description.at(reference.substring(1)).isMissingNode(), reference);
    }
  }

  private static void collect(JsonNode node, Set<String> references) {
    if (node.has("$ref")) {
      references.add(node.path("$ref").asText());
    }
    node.forEach(child -> collect(child, references));
  }

  private static JsonNode read() {
    try (InputStream in = OpenApiTest.class.getResourceAsStream("openapi.yaml")) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new AssertionError("openapi.yaml is not YAML", e);
    }
  }
}
