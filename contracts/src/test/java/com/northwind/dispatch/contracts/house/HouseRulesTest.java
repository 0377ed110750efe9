package com.northwind.dispatch.contracts.house;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
  @Test
  void contractsKeepTheHouseRules() {
    HouseRules.check("contracts");
  }

  @Test
  void anArrowThatIsNotAllowedIsSeen() {
    // The envelope uses the topic catalogue; taken as modules of their own, that arrow is not
    // allowed.
    var envelope =
        new ClassFileImporter().importPackages("com.northwind.dispatch.contracts.envelope");

    AssertionError e =
        assertThrows(
            AssertionError.class,
            () -> HouseRules.onlyKnows("contracts.envelope", Set.of()).check(envelope));

    assertTrue(String.valueOf(e.getMessage()).contains("contracts.topic"), e.getMessage());
  }

  @Test
  void aModuleNobodyListedIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> HouseRules.check("newcomer"));
  }
}
