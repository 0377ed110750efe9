package com.northwind.dispatch.routing.travel;

/// Says how far it is between two places. Implementations are pure: the same question always gets
/// the same answer, so that a replayed decision comes out the same.
public interface TravelModel {
  /// The way a truck takes from one place to another.
  Leg leg(Place from, Place to);

  /// Names the model and its parameters; stored with every route it shaped.
  String version();
}
