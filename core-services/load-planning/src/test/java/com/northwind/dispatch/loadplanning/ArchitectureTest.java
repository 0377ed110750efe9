package com.northwind.dispatch.loadplanning;

import com.northwind.dispatch.contracts.house.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void keepsTheHouseRules() {
    HouseRules.check("loadplanning");
  }
}
