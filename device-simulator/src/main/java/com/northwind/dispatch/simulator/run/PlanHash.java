package com.northwind.dispatch.simulator.run;

import com.northwind.dispatch.simulator.corridor.Atlas;
import com.northwind.dispatch.simulator.dispatcher.DispatchOffice;
import com.northwind.dispatch.simulator.seed.Seed;
import com.northwind.dispatch.simulator.truck.TruckPlan;

/// A short name for everything a seed decides beforehand: two runs with the same hash set out to do
/// the same.
public final class PlanHash {
  private PlanHash() {}

  /// The hash of the trucks' drives and the dispatchers' steps, eight hexadecimal digits or more.
  public static String of(RunSettings settings) {
    Seed seed = new Seed(settings.seed());
    Atlas atlas = Atlas.northAmerica();
    long hash = Seed.mix(settings.seed());
    for (int i = 0; i < Math.max(settings.elds(), settings.tablets()); i++) {
      TruckPlan truck = TruckPlan.of(seed, i, atlas.corridors());
      hash = Seed.mix(hash ^ truck.corridor().road().hashCode());
      hash = Seed.mix(hash ^ truck.at(3600).hashCode());
    }
    int steps = Math.toIntExact(Math.min(600, settings.duration().toSeconds()));
    hash = Seed.mix(hash ^ DispatchOffice.planHash(seed, settings.dispatchers(), steps));
    return Long.toHexString(hash);
  }
}
