package com.northwind.dispatch.gateway.ingest;

/// Hears what became of events given to the publisher, once. Called on a thread of the publisher or
/// of the Kafka client: it hands over and returns.
public interface Confirmation {
  /// Every event is on all in-sync replicas.
  void durable();

  /// At least one event is not known to be durable, and nobody tries again.
  ///
  /// @param because why, in one sentence
  void failed(String because);
}
