package com.northwind.dispatch.localstack.command;

import com.northwind.dispatch.localstack.supervisor.Endpoint;
import com.northwind.dispatch.localstack.supervisor.StackHome;
import com.northwind.dispatch.localstack.supervisor.StackState;
import com.northwind.dispatch.localstack.supervisor.StateFile;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which broker a command is about: the running system's, or any other.
final class BrokerOption {
  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "Another broker than the running system's.")
  private String bootstrapServers = "";

  /// Its address.
  ///
  /// @throws IllegalArgumentException when none is given and the system is not up
  String bootstrapServers(StackHome home) {
    if (!bootstrapServers.isEmpty()) {
      return bootstrapServers;
    }
    Optional<StackState> running = new StateFile(home).readLive();
    return running
        .map(state -> state.stackPorts().address(Endpoint.KAFKA))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The system is not up: ./northwind up starts it; --kafka HOST:PORT names"
                        + " another broker."));
  }
}
