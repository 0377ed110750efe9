package com.northwind.dispatch.localstack.process;

import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.postgres.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A JVM for [OrphanTest] to kill: starts children, writes down their process ids, and waits.
final class OrphanMaker {
  private OrphanMaker() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path directory = Path.of(arguments[0]);
    LocalPostgres postgres = LocalPostgres.start(directory.resolve("postgres"));
    LocalBroker broker = LocalBroker.start(directory.resolve("kafka"));
    ChildProcess plain =
        ChildProcess.start(
            ChildCommand.of(
                "plain", List.of("sleep", "600"), Map.of(), directory.resolve("plain.log")));
    List<ProcessHandle> workers =
        ProcessHandle.of(postgres.pid()).stream().flatMap(ProcessHandle::children).toList();
    String pids =
        Stream.concat(
                Stream.of(postgres.pid(), broker.pid(), plain.pid()),
                workers.stream().map(ProcessHandle::pid))
            .map(String::valueOf)
            .collect(Collectors.joining("\n"));
    Path draft = directory.resolve("pids.draft");
    Files.writeString(draft, pids);
    Files.move(draft, directory.resolve("pids"));
    Thread.currentThread().join();
  }
}
