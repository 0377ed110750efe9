package com.northwind.dispatch.contractrules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String BASE = "com.northwind.dispatch.contractrules";
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  @Test
  void theRulesDependOnNoOtherModuleAndOnNoGeneratedCode() {
    noClasses()
        .that()
        .resideInAPackage(BASE + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.northwind.dispatch.contracts..")
        .check(MAIN);
  }

  @Test
  void arrowsBetweenPackagesPointOneWay() {
    slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void whatTheRegistryUsesKnowsNothingOfProtobuf() {
    noClasses()
        .that()
        .resideInAnyPackage(BASE + ".compatibility..", BASE + ".document..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.protobuf..", BASE + ".descriptor..")
        .check(MAIN);
  }

  @Test
  void onlyTheReaderKnowsProtobuf() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".descriptor..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.protobuf..")
        .check(MAIN);
  }

  @Test
  void everyPackageSaysWhatIsNull() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith(NullMarked.class)
        .check(MAIN);
  }
}
