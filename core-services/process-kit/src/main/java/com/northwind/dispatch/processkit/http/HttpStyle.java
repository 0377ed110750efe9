package com.northwind.dispatch.processkit.http;

import java.util.function.Function;

/// What an [HttpApi] lets in and how it words its errors; for APIs whose clients are not ours and
/// expect errors of another form.
///
/// @param maxBodyBytes how long a request's body may be
/// @param problems makes the answer to a request that failed: no such path, wrong method, body too
///   long, a problem thrown by the handler, or a failure of the handler
public record HttpStyle(int maxBodyBytes, Function<Problem, HttpResponse> problems) {
  /// Bodies of at most 1 MiB, errors as RFC 9457 problem details.
  public static final HttpStyle HOUSE = new HttpStyle(1 << 20, HttpResponse::problem);
}
