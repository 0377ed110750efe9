package com.northwind.dispatch.servicekit.database;

import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Problem;
import com.northwind.dispatch.processkit.http.Route;
import java.sql.SQLException;

/// Tells callers of a REST API what a failing database means for them.
public final class DatabaseProblems {
  private DatabaseProblems() {}

  /// The route, answering 503 with `Retry-After` while the database is away or busy.
  public static Route guard(Route route) {
    return new Route(
        route.method(),
        route.pattern(),
        request -> {
          try {
            return route.handler().handle(request);
          } catch (SQLException e) {
            SqlFailure kind = SqlFailure.of(e);
            if (!kind.passes()) {
              throw e;
            }
            return answer(kind);
          }
        });
  }

  private static HttpResponse answer(SqlFailure kind) {
    Problem problem =
        kind == SqlFailure.UNREACHABLE
            ? Problem.of(
                503,
                "database-unreachable",
                "The database is away",
                "Repeat the request with the same commandId: what was done is not done twice.")
            : Problem.of(
                503,
                "busy",
                "Someone else is changing the same thing",
                "Nothing was changed. Repeat the request with the same commandId.");
    return HttpResponse.problem(problem).with("Retry-After", "1");
  }
}
