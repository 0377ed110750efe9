package com.northwind.dispatch.localstack.supervisor;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// Plays a process of the system: says it is ready, and prints the settings it was given.
public final class FakeService {
  private static final String RESOURCE =
      "/" + FakeService.class.getName().replace('.', '/') + ".class";

  private FakeService() {}

  public static void main(String[] arguments) throws IOException {
    System.getenv().entrySet().stream()
        .filter(variable -> variable.getKey().startsWith("NORTHWIND_"))
        .map(variable -> variable.getKey() + "=" + variable.getValue())
        .sorted()
        .forEach(System.out::println);
    int port = Integer.parseInt(System.getenv("NORTHWIND_ADMIN_PORT"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/readyz",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  /// Puts this program where the jar of a module would be.
  static void installAs(Path root, String module) throws IOException {
    Path target = Files.createDirectories(root.resolve(module).resolve("target"));
    String artifact = Path.of(module).getFileName().toString();
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
    try (OutputStream file = Files.newOutputStream(target.resolve(artifact + "-1.0.jar"));
        JarOutputStream jar = new JarOutputStream(file, manifest);
        var bytes = FakeService.class.getResourceAsStream(RESOURCE)) {
      jar.putNextEntry(new JarEntry(RESOURCE.substring(1)));
      jar.write(Objects.requireNonNull(bytes).readAllBytes());
    }
  }
}
