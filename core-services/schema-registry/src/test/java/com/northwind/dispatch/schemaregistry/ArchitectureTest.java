package com.northwind.dispatch.schemaregistry;

import com.northwind.dispatch.contracts.house.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void keepsTheHouseRules() {
    HouseRules.check("schemaregistry");
  }
}
