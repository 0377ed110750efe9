package com.northwind.dispatch.simulator.corridor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The roads trucks are driven on and the cities freight goes between: `places.tsv` and
/// `corridors.tsv` beside this class.
///
/// @param cities where freight starts and ends
/// @param corridors the roads
public record Atlas(List<Place> cities, List<Corridor> corridors) {

  public Atlas {
    cities = List.copyOf(cities);
    corridors = List.copyOf(corridors);
  }

  /// The North-American atlas the simulator ships.
  public static Atlas northAmerica() {
    Map<String, Place> places = new LinkedHashMap<>();
    for (String[] row : rows("places.tsv")) {
      Coordinate location = new Coordinate(Double.parseDouble(row[2]), Double.parseDouble(row[3]));
      places.put(row[1], new Place(row[1], row[0].equals("city"), location));
    }
    List<Corridor> corridors = new ArrayList<>();
    for (String[] row : rows("corridors.tsv")) {
      List<Place> along = new ArrayList<>();
      for (String name : row[1].split(";", -1)) {
        Place place = places.get(name);
        if (place == null) {
          throw new IllegalStateException("corridors.tsv: " + row[0] + " names unknown " + name);
        }
        along.add(place);
      }
      corridors.add(new Corridor(row[0], along));
    }
    return new Atlas(places.values().stream().filter(Place::isCity).toList(), corridors);
  }

  private static List<String[]> rows(String resource) {
    try (InputStream bytes = Atlas.class.getResourceAsStream(resource)) {
      if (bytes == null) {
        throw new IllegalStateException("missing from the jar: " + resource);
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable: " + resource, e);
    }
  }
}
