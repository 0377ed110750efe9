package com.northwind.dispatch.schemaregistry.rest;

import com.northwind.dispatch.processkit.http.HttpRequest;
import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.schemaregistry.catalogue.Catalogue;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectName;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion;
import com.northwind.dispatch.schemaregistry.registration.Lookup;
import com.northwind.dispatch.schemaregistry.registration.Refusal;
import com.northwind.dispatch.schemaregistry.registration.Registry;
import java.util.List;
import java.util.Map;

/// `/subjects`: what there is, registering, deleting.
final class SubjectsApi {
  private final Registry registry;

  SubjectsApi(Registry registry) {
    this.registry = registry;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/subjects", this::list),
        Route.post("/subjects/{subject}", this::lookUp),
        Route.delete("/subjects/{subject}", this::delete),
        Route.get("/subjects/{subject}/versions", this::versions),
        Route.post("/subjects/{subject}/versions", this::register),
        Route.get("/subjects/{subject}/versions/{version}", this::version),
        Route.delete("/subjects/{subject}/versions/{version}", this::deleteVersion),
        Route.get("/subjects/{subject}/versions/{version}/schema", this::schema),
        Route.get("/subjects/{subject}/versions/{version}/referencedby", this::referencedBy));
  }

  private HttpResponse list(HttpRequest request) {
    String prefix = prefix(request);
    List<String> names =
        registry.catalogue().subjects().entrySet().stream()
            .filter(subject -> subject.getKey().value().startsWith(prefix))
            .filter(subject -> !Parameters.versions(request, subject.getValue()).isEmpty())
            .map(subject -> subject.getKey().value())
            .toList();
    return Answers.json(request, Parameters.page(request, names));
  }

  /// `subjectPrefix` of the query; `:.:` and `:*:` before it mean the one context there is.
  static String prefix(HttpRequest request) {
    String prefix = request.query("subjectPrefix").orElse("");
    return prefix.startsWith(":.:") || prefix.startsWith(":*:") ? prefix.substring(3) : prefix;
  }

  private HttpResponse lookUp(HttpRequest request) {
    SubjectName subject = Parameters.subject(request);
    RegisterBody body = RegisterBody.of(request);
    boolean deletedToo = Parameters.on(request, "deleted");
    Catalogue state = registry.catalogue();
    if (state.history(subject).latest(deletedToo).isEmpty()) {
      throw new RefusedException(Lookup.noSubject(subject));
    }
    SubjectVersion version =
        registry
            .registered(subject, body.candidate(), deletedToo)
            .orElseThrow(
                () -> new RefusedException(Refusal.Code.SCHEMA_NOT_FOUND, "Schema not found"));
    return Answers.json(request, SchemaView.of(registry.catalogue(), version));
  }

  private HttpResponse register(HttpRequest request) throws InterruptedException {
    SubjectName subject = Parameters.subject(request);
    RegisterBody body = RegisterBody.of(request);
    int id = RefusedException.valueOf(registry.register(subject, body.candidate(), body.version()));
    return Answers.json(request, Map.of("id", id));
  }

  private HttpResponse versions(HttpRequest request) {
    SubjectName subject = Parameters.subject(request);
    List<SubjectVersion> versions =
        Parameters.versions(request, registry.catalogue().history(subject));
    if (versions.isEmpty()) {
      throw new RefusedException(Lookup.noSubject(subject));
    }
    List<Integer> numbers = versions.stream().map(SubjectVersion::version).toList();
    return Answers.json(request, Parameters.page(request, numbers));
  }

  private HttpResponse version(HttpRequest request) {
    return Answers.json(request, find(request));
  }

  private HttpResponse schema(HttpRequest request) {
    return Answers.schemaText(request, find(request).schema());
  }

  /// Schemas refer to nothing but themselves.
  private HttpResponse referencedBy(HttpRequest request) {
    find(request);
    return Answers.json(request, List.of());
  }

  private SchemaView find(HttpRequest request) {
    Catalogue state = registry.catalogue();
    SubjectVersion version =
        RefusedException.valueOf(
            Lookup.version(
                state,
                Parameters.subject(request),
                Parameters.version(request),
                Parameters.on(request, "deleted")));
    return SchemaView.of(state, version);
  }

  private HttpResponse delete(HttpRequest request) throws InterruptedException {
    return Answers.json(
        request,
        RefusedException.valueOf(
            registry.deleteSubject(
                Parameters.subject(request), Parameters.on(request, "permanent"))));
  }

  private HttpResponse deleteVersion(HttpRequest request) throws InterruptedException {
    return Answers.json(
        request,
        RefusedException.valueOf(
            registry.deleteVersion(
                Parameters.subject(request),
                Parameters.version(request),
                Parameters.on(request, "permanent"))));
  }
}
