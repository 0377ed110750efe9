package com.northwind.dispatch.simulator.dispatcher;

import java.util.SplittableRandom;

/// What a dispatcher does in one action, and how often.
enum Act {
  /// Enters a load.
  CREATE(38),
  /// Gives an available load to a driver with few loads.
  ASSIGN(40),
  /// Takes a load back from its driver.
  UNASSIGN(3),
  /// Cancels a load.
  CANCEL(3),
  /// Looks at the list of available loads.
  LIST(8),
  /// Looks at one load.
  VIEW(8);

  private final int percent;

  Act(int percent) {
    this.percent = percent;
  }

  /// Changes something, so it carries a command id and is repeated until answered.
  boolean isCommand() {
    return switch (this) {
      case CREATE, ASSIGN, UNASSIGN, CANCEL -> true;
      case LIST, VIEW -> false;
    };
  }

  /// Draws one by its share.
  static Act draw(SplittableRandom random) {
    int left = random.nextInt(100);
    for (Act act : values()) {
      left -= act.percent;
      if (left < 0) {
        return act;
      }
    }
    return VIEW;
  }
}
