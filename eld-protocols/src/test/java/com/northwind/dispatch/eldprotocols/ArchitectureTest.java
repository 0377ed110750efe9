package com.northwind.dispatch.eldprotocols;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The module stays a set of pure codecs.
class ArchitectureTest {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("com.northwind.dispatch.eldprotocols");

  @Test
  void onlyTheCommandLineDoesInputAndOutput() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.nio.file..",
            "java.nio.channels..",
            "java.net..",
            "java.util.concurrent..",
            "io.netty.channel..")
        .check(classes);
  }

  @Test
  void nothingReadsAClock() {
    noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Instant.class, "now")
        .check(classes);
  }

  @Test
  void codecsKnowNeitherVectorsNorCommandLine() {
    noClasses()
        .that()
        .resideInAnyPackage("..protocol..", "..frame..", "..teltonika..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..vectors..", "..cli..")
        .check(classes);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("com.northwind.dispatch.eldprotocols.(*)..")
        .should()
        .beFreeOfCycles()
        .check(classes);
  }

  @Test
  void knowsNoOtherModuleThanTheContracts() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.northwind.dispatch.tabletpush..",
            "com.northwind.dispatch.gateway..",
            "com.northwind.dispatch.processkit..",
            "com.northwind.dispatch.servicekit..",
            "com.northwind.dispatch.simulator..",
            "com.northwind.dispatch.localstack..")
        .check(classes);
  }
}
