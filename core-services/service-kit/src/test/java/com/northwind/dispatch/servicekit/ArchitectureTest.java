package com.northwind.dispatch.servicekit;

import com.northwind.dispatch.contracts.house.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void keepsTheHouseRules() {
    HouseRules.check("servicekit");
  }
}
