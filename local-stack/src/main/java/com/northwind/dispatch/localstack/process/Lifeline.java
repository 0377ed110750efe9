package com.northwind.dispatch.localstack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts the programs in front of a command that tie its life to this JVM's and give it its
/// identity. Each of them becomes the next by `exec`, so the process id stays the same.
///
/// `setpriv` and `setsid` belong to util-linux, which every Debian has. Without them children still
/// run, but survive a `kill -9` of this JVM.
public final class Lifeline {
  /// Ends when the JVM that asked for it is gone already; `$0` is that JVM's process id.
  private static final String ONLY_WITH_PARENT = "test \"$PPID\" = \"$0\" || exit 137; exec \"$@\"";

  private final Optional<Path> setpriv;
  private final Optional<Path> setsid;

  Lifeline(Optional<Path> setpriv, Optional<Path> setsid) {
    this.setpriv = setpriv;
    this.setsid = setsid;
  }

  /// With the tools of this machine.
  public static Lifeline ofThisMachine() {
    return new Lifeline(Tools.find("setpriv"), Tools.find("setsid"));
  }

  /// What people should know about this machine, or nothing when all is well.
  public Optional<String> warning() {
    return setpriv.isPresent()
        ? Optional.empty()
        : Optional.of(
            "setpriv (package util-linux) is missing: "
                + "processes would survive a kill -9 of the supervisor");
  }

  /// The whole command line for a command started by the JVM with this process id.
  List<String> commandLine(ChildCommand command, long parentPid) {
    List<String> line = new ArrayList<>();
    // A session of its own, so that Ctrl-C reaches the JVM only, which then stops its children.
    setsid.ifPresent(program -> line.add(program.toString()));
    // The identity comes first: changing credentials disarms the parent-death signal.
    line.addAll(command.identity().prefix());
    setpriv.ifPresent(
        program -> line.addAll(List.of(program.toString(), "--pdeathsig", command.orphanSignal())));
    line.addAll(List.of("sh", "-c", ONLY_WITH_PARENT, Long.toString(parentPid)));
    line.addAll(command.argv());
    return line;
  }
}
