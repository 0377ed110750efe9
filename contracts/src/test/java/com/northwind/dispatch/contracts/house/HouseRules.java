package com.northwind.dispatch.contracts.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/// Who may know whom, and what no module does. Each module's `ArchitectureTest` calls
/// [#check(String)].
public final class HouseRules {
  private static final String BASE = "com.northwind.dispatch.";

  /// Module (its package under the base package) to the modules it may know besides itself.
  private static final Map<String, Set<String>> MAY_KNOW =
      Map.ofEntries(
          Map.entry("contracts", Set.of()),
          Map.entry("eldprotocols", Set.of("contracts")),
          Map.entry("tabletpush", Set.of("contracts")),
          Map.entry("processkit", Set.of("contracts")),
          Map.entry("servicekit", Set.of("contracts", "processkit")),
          Map.entry("loadplanning", Set.of("contracts", "processkit", "servicekit")),
          Map.entry("routing", Set.of("contracts", "processkit", "servicekit")),
          Map.entry("execution", Set.of("contracts", "processkit", "servicekit")),
          Map.entry("schemaregistry", Set.of("contractrules", "processkit")),
          Map.entry("gateway", Set.of("contracts", "eldprotocols", "tabletpush", "processkit")),
          Map.entry("simulator", Set.of("contracts", "eldprotocols")));

  private HouseRules() {}

  /// Fails with every breach by the main classes of a module on the class path.
  ///
  /// @param module the module's package under `com.northwind.dispatch`, e.g. `gateway`
  public static void check(String module) {
    JavaClasses main =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(BASE + module);
    onlyKnows(module, allowed(module)).check(main);
    speaksThroughTheLogger().check(main);
    everyPackageSaysWhatIsNull(main);
  }

  /// The rule that classes of a module use no other module of ours than the given ones.
  static ArchRule onlyKnows(String module, Set<String> allowed) {
    Set<String> names = new HashSet<>(allowed);
    names.add(module);
    return classes()
        .that()
        .resideInAPackage(BASE + module + "..")
        .should()
        .onlyDependOnClassesThat(ofModulesOrForeign(names))
        .because("arrows between modules point one way (ARCHITECTURE.md)");
  }

  private static Set<String> allowed(String module) {
    if (module.equals("localstack")) {
      return Set.of("contracts");
    }
    Set<String> allowed = MAY_KNOW.get(module);
    if (allowed == null) {
      throw new IllegalArgumentException("HouseRules does not know the module " + module);
    }
    return allowed;
  }

  private static DescribedPredicate<JavaClass> ofModulesOrForeign(Set<String> modules) {
    return DescribedPredicate.describe(
        "belong to " + modules + " or to somebody else",
        type ->
            !type.getPackageName().startsWith(BASE)
                || modules.stream()
                    .anyMatch(
                        module -> (type.getPackageName() + ".").startsWith(BASE + module + ".")));
  }

  private static ArchRule speaksThroughTheLogger() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .because("every process logs through SLF4J with the keys of docs/logging.md")
        .allowEmptyShould(true);
  }

  private static void everyPackageSaysWhatIsNull(JavaClasses main) {
    List<String> silent =
        main.stream()
            .filter(type -> type.getSource().isPresent())
            .map(JavaClass::getPackage)
            .distinct()
            .filter(HouseRules::isHandWritten)
            .filter(p -> p.tryGetAnnotationOfType(NullMarked.class).isEmpty())
            .map(JavaPackage::getName)
            .sorted()
            .toList();
    if (!silent.isEmpty()) {
      throw new AssertionError("packages without a @NullMarked package-info: " + silent);
    }
  }

  /// Generated contracts end in a version, such as `eld.v1`.
  private static boolean isHandWritten(JavaPackage javaPackage) {
    return !javaPackage.getName().matches(".*\\.v\\d+");
  }
}
