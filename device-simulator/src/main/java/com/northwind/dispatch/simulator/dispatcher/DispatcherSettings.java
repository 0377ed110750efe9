package com.northwind.dispatch.simulator.dispatcher;

/// How dispatchers behave.
///
/// @param loadsPerDriver a driver with this many loads gets no more
/// @param loadsWaiting a dispatcher with this many available loads enters no more
/// @param startsAtTruckPercent how many of a hundred loads start where the truck stands
public record DispatcherSettings(int loadsPerDriver, int loadsWaiting, int startsAtTruckPercent) {

  /// At most two loads a driver, ten waiting, one in four at the truck.
  public static DispatcherSettings usual() {
    return new DispatcherSettings(2, 10, 25);
  }
}
