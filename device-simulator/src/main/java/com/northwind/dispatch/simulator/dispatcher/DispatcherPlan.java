package com.northwind.dispatch.simulator.dispatcher;

import com.northwind.dispatch.simulator.seed.Seed;
import java.util.SplittableRandom;

/// What one dispatcher sets out to do, second by second: a pure function of the seed.
///
/// @param seed of the run
/// @param dispatcher number of the dispatcher, from 0
record DispatcherPlan(Seed seed, int dispatcher) {

  /// What is planned for second `number` (from 0) of the run.
  Step step(int number) {
    SplittableRandom random = seed.random("dispatcher-" + dispatcher, number);
    Act act = Act.draw(random);
    return new Step(act, random.nextInt(1000), random);
  }

  /// One planned action.
  ///
  /// @param act what to do, if the state of things allows
  /// @param offsetMs when in the second, 0 to 999
  /// @param random further draws for this step only
  record Step(Act act, int offsetMs, SplittableRandom random) {}
}
