package com.northwind.dispatch.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ManifestsTest {
  private static final Path BASE = Path.of("base");

  private final StrictManifests manifests = new StrictManifests();

  @Test
  void everyFileOfTheBaseFitsTheApi() throws IOException {
    assertTrue(base().size() >= 10, "the base has its objects");
  }

  @Test
  void theBaseRunsTheGatewayAndEveryCoreService() throws IOException {
    assertEquals(
        List.of("execution", "gateway", "load-planning", "routing", "schema-registry"),
        workloads(base()).map(w -> w.getMetadata().getName()).sorted().toList());
  }

  @Test
  void everyProcessIsProbedLimitedAndUnprivileged() throws IOException {
    for (HasMetadata workload : workloads(base()).toList()) {
      PodTemplateSpec pod = template(workload);
      String name = workload.getMetadata().getName();
      assertTrue(pod.getSpec().getSecurityContext().getRunAsNonRoot(), name);
      for (Container container : pod.getSpec().getContainers()) {
        assertEquals("/healthz", container.getLivenessProbe().getHttpGet().getPath(), name);
        assertEquals("/readyz", container.getReadinessProbe().getHttpGet().getPath(), name);
        assertTrue(container.getResources().getLimits().containsKey("memory"), name);
        assertFalse(container.getSecurityContext().getAllowPrivilegeEscalation(), name);
      }
    }
  }

  @Test
  void aMisspeltFieldIsRefusedByName() {
    String misspelt =
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: gateway
        spec:
          selectr:
            app: gateway
        """;

    IOException e = assertThrows(IOException.class, () -> manifests.read(misspelt));

    assertTrue(String.valueOf(e.getMessage()).contains("selectr"), e.getMessage());
  }

  @Test
  void kubectlRendersTheBase() throws Exception {
    assumeTrue(kubectlIsInstalled(), "kubectl is not on the PATH; the files were parsed above");
    Process kubectl =
        new ProcessBuilder("kubectl", "kustomize", BASE.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String rendered = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(0, kubectl.waitFor());
    List<HasMetadata> objects = manifests.read(rendered);
    for (HasMetadata workload : workloads(objects).toList()) {
      assertEquals(
          "northwind-dispatch",
          template(workload).getMetadata().getLabels().get("app.kubernetes.io/part-of"),
          "the network policies select pods by this label");
    }
  }

  private List<HasMetadata> base() throws IOException {
    List<HasMetadata> objects = new ArrayList<>();
    try (Stream<Path> files = Files.list(BASE)) {
      for (Path file : files.filter(f -> !f.endsWith("kustomization.yaml")).sorted().toList()) {
        objects.addAll(manifests.read(Files.readString(file)));
      }
    }
    return objects;
  }

  private static Stream<HasMetadata> workloads(List<HasMetadata> objects) {
    return objects.stream().filter(o -> o instanceof Deployment || o instanceof StatefulSet);
  }

  private static PodTemplateSpec template(HasMetadata workload) {
    return workload instanceof Deployment deployment
        ? deployment.getSpec().getTemplate()
        : ((StatefulSet) workload).getSpec().getTemplate();
  }

  private static boolean kubectlIsInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(dir -> Files.isExecutable(Path.of(dir, "kubectl")));
  }
}
