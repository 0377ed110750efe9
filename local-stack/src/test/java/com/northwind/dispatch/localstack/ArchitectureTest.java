package com.northwind.dispatch.localstack;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.northwind.dispatch.contracts.house.HouseRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String BASE = "com.northwind.dispatch.localstack.";

  @Test
  void keepsTheHouseRules() {
    HouseRules.check("localstack");
  }

  @Test
  void theArrowsInsideTheModulePointOneWay() {
    JavaClasses main =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.northwind.dispatch.localstack");

    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("process")
        .definedBy(BASE + "process")
        .layer("parts")
        .definedBy(BASE + "kafka", BASE + "postgres", BASE + "identity", BASE + "topic")
        .layer("topics at work")
        .definedBy(BASE + "deadletter", BASE + "contractlag")
        .layer("testing")
        .definedBy(BASE + "testing")
        .layer("supervisor")
        .definedBy(BASE + "supervisor")
        .layer("demo")
        .definedBy(BASE + "demo")
        .layer("command")
        .definedBy(BASE + "command")
        .whereLayer("command")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("demo")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("supervisor")
        .mayOnlyBeAccessedByLayers("demo", "command")
        .whereLayer("testing")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("topics at work")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("parts")
        .mayOnlyBeAccessedByLayers("topics at work", "testing", "supervisor", "demo", "command")
        .check(main);
  }
}
