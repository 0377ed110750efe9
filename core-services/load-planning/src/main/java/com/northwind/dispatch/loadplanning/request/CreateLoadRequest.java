package com.northwind.dispatch.loadplanning.request;

import com.northwind.dispatch.loadplanning.load.Freight;
import com.northwind.dispatch.loadplanning.load.LoadId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A load to be entered, as it is sent.
///
/// @param commandId id the sender made for this command
/// @param loadId the load's id, or null to be given one
/// @param reference the customer's reference
/// @param stops in the order the customer named them
public record CreateLoadRequest(
    @Nullable String commandId,
    @Nullable String loadId,
    @Nullable String reference,
    @Nullable List<@Nullable StopRequest> stops) {

  /// The load, when everything about it is right.
  ///
  /// @param ids makes an id for a load that is sent without
  public Freight toFreight(Supplier<String> ids) {
    String id = RequestCheck.optionalId(loadId, "/loadId");
    return new Freight(
        new LoadId(id == null ? ids.get() : id),
        RequestCheck.text(reference, "/reference"),
        StopRules.check(stops));
  }
}
