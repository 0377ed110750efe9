package com.northwind.dispatch.servicekit.command;

import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Json;
import com.northwind.dispatch.processkit.http.Problem;

/// What a command is answered with, now and each time it is repeated.
public final class Answer {
  private final int status;
  private final String contentType;
  private final byte[] body;

  Answer(int status, String contentType, byte[] body) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
  }

  /// The command was carried out.
  public static Answer json(int status, Object value) {
    return new Answer(status, "application/json", Json.write(value));
  }

  /// The command was refused, because of the state it met.
  public static Answer refused(Problem problem) {
    return new Answer(problem.status(), "application/problem+json", Json.write(problem));
  }

  /// The HTTP status.
  public int status() {
    return status;
  }

  String contentType() {
    return contentType;
  }

  byte[] body() {
    return body;
  }

  HttpResponse toResponse() {
    return HttpResponse.bytes(status, contentType, body);
  }
}
