package com.northwind.dispatch.simulator.command;

import com.northwind.dispatch.simulator.corridor.Atlas;
import com.northwind.dispatch.simulator.corridor.Corridor;
import com.northwind.dispatch.simulator.corridor.Place;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Lists the roads trucks are driven on.
@Command(
    name = "corridors",
    mixinStandardHelpOptions = true,
    description = "List the roads trucks are driven on.")
final class CorridorsCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    CommandSpec known = spec;
    if (known == null) {
      return;
    }
    PrintWriter out = known.commandLine().getOut();
    Atlas atlas = Atlas.northAmerica();
    for (Corridor corridor : atlas.corridors()) {
      String places =
          corridor.places().stream().map(Place::name).collect(Collectors.joining(" - "));
      out.printf("%-14s %5.0f km  %s%n", corridor.road(), corridor.lengthKm(), places);
    }
    out.printf("%d corridors, %d cities%n", atlas.corridors().size(), atlas.cities().size());
    out.flush();
  }
}
