package com.northwind.dispatch.schemaregistry.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.compatibility.CompatibilityLevel;
import com.northwind.dispatch.processkit.http.HttpRequest;
import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.schemaregistry.catalogue.Catalogue;
import com.northwind.dispatch.schemaregistry.catalogue.Mode;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectName;
import com.northwind.dispatch.schemaregistry.registration.Refusal;
import com.northwind.dispatch.schemaregistry.registration.Registry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `/config` (compatibility levels) and `/mode`, of one subject and of all. In requests a level is
/// called `compatibility`, in answers `compatibilityLevel`: that is how clients know it.
final class SettingsApi {
  private static final String LEVEL = "compatibilityLevel";
  private static final String MODE = "mode";

  private final Registry registry;

  SettingsApi(Registry registry) {
    this.registry = registry;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/config", request -> level(request, Optional.empty())),
        Route.put("/config", request -> setLevel(request, Optional.empty())),
        Route.delete("/config", request -> clearLevel(request, Optional.empty())),
        Route.get("/config/{subject}", request -> level(request, subject(request))),
        Route.put("/config/{subject}", request -> setLevel(request, subject(request))),
        Route.delete("/config/{subject}", request -> clearLevel(request, subject(request))),
        Route.get("/mode", request -> mode(request, Optional.empty())),
        Route.put("/mode", request -> setMode(request, Optional.empty())),
        Route.delete("/mode", request -> clearMode(request, Optional.empty())),
        Route.get("/mode/{subject}", request -> mode(request, subject(request))),
        Route.put("/mode/{subject}", request -> setMode(request, subject(request))),
        Route.delete("/mode/{subject}", request -> clearMode(request, subject(request))));
  }

  private static Optional<SubjectName> subject(HttpRequest request) {
    return Optional.of(Parameters.subject(request));
  }

  private HttpResponse level(HttpRequest request, Optional<SubjectName> subject) {
    Catalogue state = registry.catalogue();
    if (!showsInherited(request, subject) && state.ownLevel(subject).isEmpty()) {
      throw new RefusedException(
          Refusal.Code.NO_LEVEL_OF_ITS_OWN,
          "Subject '"
              + subject.orElseThrow()
              + "' does not have subject-level compatibility configured");
    }
    return Answers.json(request, Map.of(LEVEL, state.level(subject)));
  }

  private HttpResponse mode(HttpRequest request, Optional<SubjectName> subject) {
    Catalogue state = registry.catalogue();
    if (!showsInherited(request, subject) && state.ownMode(subject).isEmpty()) {
      throw new RefusedException(
          Refusal.Code.NO_MODE_OF_ITS_OWN,
          "Subject '" + subject.orElseThrow() + "' does not have subject-level mode configured");
    }
    return Answers.json(request, Map.of(MODE, state.mode(subject)));
  }

  private static boolean showsInherited(HttpRequest request, Optional<SubjectName> subject) {
    return subject.isEmpty() || Parameters.on(request, "defaultToGlobal");
  }

  private HttpResponse setLevel(HttpRequest request, Optional<SubjectName> subject)
      throws InterruptedException {
    CompatibilityLevel level =
        oneOf(
            CompatibilityLevel.values(),
            Bodies.object(request).path("compatibility"),
            Refusal.Code.INVALID_LEVEL,
            "Invalid compatibility level. Valid values are none, backward, backward_transitive,"
                + " forward, forward_transitive, full, full_transitive: send"
                + " {\"compatibility\":\"FULL_TRANSITIVE\"}");
    RefusedException.valueOf(registry.setLevel(subject, level));
    return Answers.json(request, Map.of("compatibility", level));
  }

  private HttpResponse clearLevel(HttpRequest request, Optional<SubjectName> subject)
      throws InterruptedException {
    return Answers.json(
        request, Map.of(LEVEL, RefusedException.valueOf(registry.clearLevel(subject))));
  }

  private HttpResponse setMode(HttpRequest request, Optional<SubjectName> subject)
      throws InterruptedException {
    Mode mode =
        oneOf(
            Mode.values(),
            Bodies.object(request).path(MODE),
            Refusal.Code.INVALID_MODE,
            "Invalid mode. Valid values are READWRITE, READONLY, READONLY_OVERRIDE. IMPORT is not"
                + " one: ids are given by this registry alone");
    RefusedException.valueOf(registry.setMode(subject, mode));
    return Answers.json(request, Map.of(MODE, mode));
  }

  private HttpResponse clearMode(HttpRequest request, Optional<SubjectName> subject)
      throws InterruptedException {
    return Answers.json(
        request, Map.of(MODE, RefusedException.valueOf(registry.clearMode(subject))));
  }

  private static <E extends Enum<E>> E oneOf(
      E[] values, JsonNode name, Refusal.Code code, String sentence) {
    String wanted = name.asText("").toUpperCase(Locale.ROOT);
    return Arrays.stream(values)
        .filter(value -> value.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new RefusedException(code, sentence));
  }
}
