package com.northwind.dispatch.schemaregistry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.northwind.dispatch.processkit.http.HttpRequest;
import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.schemaregistry.catalogue.Catalogue;
import com.northwind.dispatch.schemaregistry.catalogue.CatalogueRecord.SchemaContent;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectHistory;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion;
import com.northwind.dispatch.schemaregistry.registration.Lookup;
import com.northwind.dispatch.schemaregistry.registration.Registry;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `/schemas`: schemas by their id, and all of them.
final class SchemasApi {
  private final Registry registry;

  /// A schema by its id.
  ///
  /// @param maxId the highest id ever given, where `fetchMaxId` asks for it
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record ContentView(String schemaType, String schema, @Nullable Integer maxId) {}

  /// Where a schema is a version.
  private record Place(String subject, int version) {}

  SchemasApi(Registry registry) {
    this.registry = registry;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/schemas", this::list),
        Route.get("/schemas/types", request -> Answers.json(request, List.of(SchemaView.TYPE))),
        Route.get("/schemas/ids/{id}", this::byId),
        Route.get("/schemas/ids/{id}/schema", this::text),
        Route.get("/schemas/ids/{id}/subjects", this::subjects),
        Route.get("/schemas/ids/{id}/versions", this::versions));
  }

  private HttpResponse list(HttpRequest request) {
    Catalogue state = registry.catalogue();
    String prefix = SubjectsApi.prefix(request);
    boolean latestOnly = Parameters.on(request, "latestOnly");
    List<SchemaView> views =
        Parameters.page(
                request,
                state.subjects().entrySet().stream()
                    .filter(subject -> subject.getKey().value().startsWith(prefix))
                    .flatMap(subject -> versions(request, subject.getValue(), latestOnly))
                    .filter(version -> state.content(version.id()).isPresent())
                    .toList())
            .stream()
            .map(version -> SchemaView.of(state, version))
            .toList();
    return Answers.json(request, views);
  }

  private static Stream<SubjectVersion> versions(
      HttpRequest request, SubjectHistory history, boolean latestOnly) {
    List<SubjectVersion> versions = Parameters.versions(request, history);
    return latestOnly
        ? versions.stream().skip(Math.max(0, versions.size() - 1))
        : versions.stream();
  }

  private HttpResponse byId(HttpRequest request) {
    SchemaContent content = content(request);
    Integer maxId = Parameters.on(request, "fetchMaxId") ? registry.catalogue().highestId() : null;
    return Answers.json(request, new ContentView(SchemaView.TYPE, content.text(), maxId));
  }

  private HttpResponse text(HttpRequest request) {
    return Answers.schemaText(request, content(request).text());
  }

  private HttpResponse subjects(HttpRequest request) {
    return Answers.json(
        request,
        Parameters.page(
            request, named(request).map(version -> version.subject().value()).distinct().toList()));
  }

  private HttpResponse versions(HttpRequest request) {
    return Answers.json(
        request,
        Parameters.page(
            request,
            named(request)
                .map(version -> new Place(version.subject().value(), version.version()))
                .toList()));
  }

  private Stream<SubjectVersion> named(HttpRequest request) {
    boolean deletedToo = Parameters.on(request, "deleted");
    String subject = request.query("subject").orElse("");
    return registry.catalogue().versionsOf(content(request).id()).stream()
        .filter(version -> deletedToo || version.active())
        .filter(version -> subject.isEmpty() || version.subject().value().equals(subject));
  }

  private SchemaContent content(HttpRequest request) {
    return RefusedException.valueOf(Lookup.content(registry.catalogue(), request.path("id")));
  }
}
