package com.northwind.dispatch.localstack.supervisor;

import com.northwind.dispatch.localstack.process.ChildCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/// One process of the stack: how to start it, and how to tell that it serves.
///
/// @param name what people call it, e.g. `gateway`
/// @param command makes the command before each start; may prepare files
/// @param ready whether the process, given by its process id, serves now; asked again and again
///   while it starts
/// @param endpoints where it listens
/// @param log where its output goes
public record ProcessSpec(
    String name,
    Supplier<ChildCommand> command,
    LongPredicate ready,
    List<Endpoint> endpoints,
    Path log) {

  public ProcessSpec {
    endpoints = List.copyOf(endpoints);
  }
}
