package com.northwind.dispatch.loadplanning.ledger;

import com.northwind.dispatch.loadplanning.load.Load;
import com.northwind.dispatch.loadplanning.load.LoadId;
import com.northwind.dispatch.loadplanning.load.Refusal;

/// What came of asking a load for something.
public sealed interface Outcome {

  /// It is done, or was so already; the load as it stands now.
  record Done(Load load) implements Outcome {}

  /// Nothing changed, for this reason; the load as it stands.
  record Refused(Load load, Refusal refusal) implements Outcome {}

  /// There is no such load.
  record NoSuchLoad(LoadId load) implements Outcome {}
}
