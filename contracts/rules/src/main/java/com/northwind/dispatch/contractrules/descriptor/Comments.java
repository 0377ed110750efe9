package com.northwind.dispatch.contractrules.descriptor;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Comments and places of one file's declarations, by the path that descriptors number them with.
final class Comments {
  private final String file;
  private final Map<List<Integer>, Location> locations = new HashMap<>();

  Comments(FileDescriptorProto file) {
    this.file = file.getName();
    for (Location location : file.getSourceCodeInfo().getLocationList()) {
      locations.putIfAbsent(location.getPathList(), location);
    }
  }

  /// The comment above a declaration, else the one behind it, its lines joined by spaces.
  String comment(List<Integer> path) {
    Location location = locations.get(path);
    if (location == null) {
      return "";
    }
    String above = oneLine(location.getLeadingComments());
    return above.isEmpty() ? oneLine(location.getTrailingComments()) : above;
  }

  Place place(List<Integer> path) {
    Location location = locations.get(path);
    return new Place(
        file, location == null || location.getSpanCount() == 0 ? 0 : location.getSpan(0) + 1);
  }

  private static String oneLine(String comment) {
    return comment
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
