/// A small HTTP server for REST: routes, JSON in and out, and errors as RFC 9457 problem details.
///
/// It runs on the JDK's own HTTP server with a virtual thread per request. [HttpApi] serves a list
/// of [Route]s; a handler turns an [HttpRequest] into an [HttpResponse] or throws a
/// [ProblemException].
@NullMarked
package com.northwind.dispatch.processkit.http;

import org.jspecify.annotations.NullMarked;
