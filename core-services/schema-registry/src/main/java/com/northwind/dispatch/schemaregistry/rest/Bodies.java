package com.northwind.dispatch.schemaregistry.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.processkit.http.HttpRequest;
import com.northwind.dispatch.processkit.http.Problem;
import java.util.Locale;

/// Reads bodies of requests.
final class Bodies {
  private Bodies() {}

  /// The body, which is a JSON object, whatever of JSON's media types it came under. What curl
  /// calls a form is taken as JSON too: it is what comes of forgetting the header.
  static JsonNode object(HttpRequest request) {
    String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    boolean json =
        type.isBlank()
            || type.contains("json")
            || type.startsWith("application/octet-stream")
            || type.startsWith("application/x-www-form-urlencoded");
    if (!json) {
      throw Problem.of(
              415,
              "unsupported-media-type",
              "Unsupported media type",
              "'" + type + "' is not taken; send " + Answers.MEDIA_TYPE + " or application/json")
          .asException();
    }
    JsonNode body = request.json(JsonNode.class);
    if (!body.isObject()) {
      throw Problem.of(
              400, "malformed-json", "The body is not an object", "send a JSON object, {…}")
          .asException();
    }
    return body;
  }
}
