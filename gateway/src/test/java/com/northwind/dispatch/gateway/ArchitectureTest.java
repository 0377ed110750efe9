package com.northwind.dispatch.gateway;

import com.northwind.dispatch.contracts.house.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void keepsTheHouseRules() {
    HouseRules.check("gateway");
  }
}
