package com.northwind.dispatch.routing.itinerary;

import com.northwind.dispatch.processkit.http.Problem;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/routes/{loadId}/revoke`.
///
/// @param commandId made by the sender; the same request repeated carries the same
/// @param reason BREAKDOWN, HOURS_OF_SERVICE, ROAD_CLOSED or OPERATOR
/// @param detail why, in one sentence for the dispatcher; at most 500 characters
record RevokeRequest(@Nullable String commandId, @Nullable String reason, @Nullable String detail) {
  private static final int MAX_DETAIL_LENGTH = 500;

  private static final List<RevokeReason> REASONS =
      Arrays.stream(RevokeReason.values())
          .filter(reason -> reason != RevokeReason.LOAD_WITHDRAWN)
          .toList();

  /// The command it asks for.
  ///
  /// @throws com.northwind.dispatch.processkit.http.ProblemException when a field does not fit
  RouteCommand.Revoke toCommand(LoadId load, String actor) {
    RevokeReason why =
        REASONS.stream()
            .filter(known -> known.name().equals(reason))
            .findFirst()
            .orElseThrow(
                () ->
                    Problem.at(
                            "/reason",
                            "revoke-reason-unknown",
                            "The reason is not known",
                            "'reason' is " + reason + "; it is one of " + REASONS + ".")
                        .asException());
    String said = detail == null ? "" : detail.strip();
    if (said.length() > MAX_DETAIL_LENGTH) {
      throw Problem.at(
              "/detail",
              "text-too-long",
              "The text is too long",
              "'detail' has more than " + MAX_DETAIL_LENGTH + " characters.")
          .asException();
    }
    return new RouteCommand.Revoke(load, why, said, actor);
  }
}
