package com.northwind.dispatch.localstack.postgres;

import com.northwind.dispatch.localstack.process.RunAs;
import com.northwind.dispatch.localstack.process.Tools;
import com.northwind.dispatch.localstack.process.WorkDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs and an empty data directory, made once and kept in a cache directory.
/// Several JVMs may ask for them at once: each finished piece appears by one rename.
public final class PostgresInstallation {
  /// The server's superuser.
  static final String USER = "northwind";

  private static final String PACKED = "/postgres-linux-x86_64.txz";
  private static final Pattern VERSION = Pattern.compile("linux-amd64-([0-9.]+)\\.jar");

  private final Path cache;
  private final RunAs identity;
  private final String version;

  private PostgresInstallation(Path cache, RunAs identity, String version) {
    this.cache = cache;
    this.identity = identity;
    this.version = version;
  }

  /// The installation in a cache directory; makes what is missing.
  public static PostgresInstallation in(Path cache) {
    PostgresInstallation installation =
        new PostgresInstallation(cache.toAbsolutePath(), RunAs.notRoot(), packedVersion());
    installation.appear(installation.programs(), installation::unpack);
    installation.appear(installation.template(), installation::initialise);
    return installation;
  }

  RunAs identity() {
    return identity;
  }

  /// Major version, as `PG_VERSION` in a data directory names it.
  String majorVersion() {
    return version.substring(0, Math.max(version.indexOf('.'), 0));
  }

  Path program(String name) {
    return programs().resolve("bin").resolve(name);
  }

  /// A directory with `data/`, an empty cluster, and `password`, the password of its superuser.
  Path template() {
    return cache.resolve("postgres-%s-template".formatted(version));
  }

  private Path programs() {
    return cache.resolve("postgres-" + version);
  }

  private void appear(Path target, Consumer<Path> maker) {
    if (Files.exists(target)) {
      return;
    }
    try {
      Files.createDirectories(cache);
      Path draft = Files.createDirectory(cache.resolve("draft-" + UUID.randomUUID()));
      try {
        maker.accept(draft);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
        // Another JVM was faster; its result is as good.
        WorkDirectory.deleteQuietly(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write " + target + " (does the directory belong to another user?)", e);
    }
  }

  private void unpack(Path draft) {
    try (InputStream packed = open()) {
      Process tar = new ProcessBuilder("tar", "-x", "-C", draft.toString()).start();
      try (XZInputStream archive = new XZInputStream(packed);
          OutputStream input = tar.getOutputStream()) {
        archive.transferTo(input);
      }
      if (tar.waitFor() != 0) {
        throw new IllegalStateException("tar cannot unpack PostgreSQL's programs into " + draft);
      }
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack PostgreSQL's programs into " + draft, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while unpacking PostgreSQL's programs", e);
    }
  }

  private void initialise(Path draft) {
    try {
      Files.writeString(draft.resolve("password"), UUID.randomUUID().toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a password into " + draft, e);
    }
    identity.own(draft);
    List<String> argv = new ArrayList<>(identity.prefix());
    argv.addAll(
        List.of(
            program("initdb").toString(),
            "--pgdata=" + draft.resolve("data"),
            "--username=" + USER,
            "--pwfile=" + draft.resolve("password"),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
            "--no-instructions"));
    Tools.run(argv);
    try {
      Files.setPosixFilePermissions(
          draft.resolve("password"), PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot protect the password in " + draft, e);
    }
  }

  private static InputStream open() {
    InputStream packed = PostgresInstallation.class.getResourceAsStream(PACKED);
    if (packed == null) {
      throw new IllegalStateException("PostgreSQL's programs are not on the class path: " + PACKED);
    }
    return packed;
  }

  private static String packedVersion() {
    String system = System.getProperty("os.name") + "/" + System.getProperty("os.arch");
    if (!"Linux/amd64".equals(system)) {
      throw new IllegalStateException(
          "PostgreSQL's programs come for Linux on x86-64 only, and this is " + system);
    }
    URL resource = PostgresInstallation.class.getResource(PACKED);
    Matcher name = VERSION.matcher(String.valueOf(resource));
    if (!name.find()) {
      throw new IllegalStateException("cannot tell PostgreSQL's version from " + resource);
    }
    return name.group(1);
  }
}
