package com.northwind.dispatch.localstack.supervisor;

import com.northwind.dispatch.localstack.process.ChildCommand;
import com.northwind.dispatch.localstack.process.ChildProcess;
import com.northwind.dispatch.localstack.process.JavaCommand;
import com.northwind.dispatch.localstack.process.RunAs;
import com.northwind.dispatch.localstack.process.Tools;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Starts a supervisor in a JVM of its own.
public final class SupervisorLauncher {
  static final String MAIN_CLASS = "com.northwind.dispatch.localstack.Main";

  private static final String NAME = "supervisor";
  private static final List<String> FLAGS =
      List.of("-XX:+UseSerialGC", "-Xmx96m", "-Dnorthwind.log.level=INFO");

  private final StackHome home;

  public SupervisorLauncher(StackHome home) {
    this.home = home;
  }

  /// The supervisor's own log.
  public Path log() {
    return home.log(NAME);
  }

  /// Starts a supervisor that stops the system when this JVM ends, however that happens.
  public ProcessHandle launchTied() {
    ChildCommand command =
        new ChildCommand(NAME, argv(), Map.of(), log(), "TERM", "TERM", RunAs.SELF);
    return handle(ChildProcess.start(command).pid());
  }

  /// Starts a supervisor that lives on when this JVM ends.
  public ProcessHandle launchDetached() {
    List<String> argv = new ArrayList<>();
    Tools.find("setsid").ifPresent(setsid -> argv.add(setsid.toString()));
    argv.addAll(argv());
    try {
      return new ProcessBuilder(argv)
          .redirectInput(new File("/dev/null"))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
          .start()
          .toHandle();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the supervisor", e);
    }
  }

  /// Keeps the log of the run before and begins a new one.
  public void startLogAnew() {
    LogFiles.startAnew(log());
  }

  private List<String> argv() {
    List<String> flags = new ArrayList<>(FLAGS);
    if (ownJar().toString().endsWith(".jar")) {
      flags.addAll(ClassArchive.of(home, NAME, ownJar()).flags());
    }
    return JavaCommand.ofClass(
        flags,
        System.getProperty("java.class.path"),
        MAIN_CLASS,
        List.of("run", "--root", home.root().toString()));
  }

  /// The jar of this module, or a directory of classes while it is being tested.
  static Path ownJar() {
    return Path.of(System.getProperty("java.class.path").split(File.pathSeparator, 2)[0]);
  }

  private static ProcessHandle handle(long pid) {
    return ProcessHandle.of(pid)
        .orElseThrow(() -> new StackStartException("the supervisor ended at once"));
  }
}
