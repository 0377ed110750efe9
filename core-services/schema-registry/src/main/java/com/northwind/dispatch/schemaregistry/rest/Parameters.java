package com.northwind.dispatch.schemaregistry.rest;

import com.northwind.dispatch.processkit.http.HttpRequest;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectHistory;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectName;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion;
import com.northwind.dispatch.schemaregistry.registration.Refusal;
import com.northwind.dispatch.schemaregistry.registration.VersionNumber;
import java.util.List;

/// Reads what stands in paths and queries.
final class Parameters {
  private static final String DEFAULT_CONTEXT = ":.:";

  private Parameters() {}

  /// `{subject}` of the path; `:.:name` is `name`, other contexts than that one are not kept.
  static SubjectName subject(HttpRequest request) {
    String text = request.path("subject");
    String name = text.startsWith(DEFAULT_CONTEXT) ? text.substring(3) : text;
    if (name.startsWith(":.") || name.isBlank()) {
      throw new RefusedException(
          Refusal.Code.INVALID_SUBJECT,
          "The specified subject '"
              + text
              + "' is not a valid subject: it is blank or in a context; the only context here is"
              + " the default one");
    }
    try {
      return new SubjectName(name);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          Refusal.Code.INVALID_SUBJECT,
          "The specified subject is not a valid subject: " + e.getMessage());
    }
  }

  /// `{version}` of the path.
  static VersionNumber version(HttpRequest request) {
    return RefusedException.valueOf(VersionNumber.parse(request.path("version")));
  }

  /// A switch of the query, off unless it is `true`.
  static boolean on(HttpRequest request, String name) {
    return request.query(name).map(Boolean::parseBoolean).orElse(false);
  }

  /// The versions that `deleted` and `deletedOnly` ask for: those that count, or deleted ones too,
  /// or only those.
  static List<SubjectVersion> versions(HttpRequest request, SubjectHistory history) {
    if (on(request, "deletedOnly")) {
      return history.readable().stream().filter(version -> !version.active()).toList();
    }
    return on(request, "deleted") ? history.readable() : history.active();
  }

  /// What `offset` and `limit` leave of a list; a negative limit is none.
  static <T> List<T> page(HttpRequest request, List<T> all) {
    int offset = Math.min(request.query("offset", 0, 0, Integer.MAX_VALUE), all.size());
    int limit = request.query("limit", -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
    return limit < 0
        ? all.subList(offset, all.size())
        : all.subList(offset, (int) Math.min(all.size(), (long) offset + limit));
  }
}
