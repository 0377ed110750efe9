package com.northwind.dispatch.contractrules.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the references of one schema document lead, within the document: JSON pointers, anchors,
/// and the addresses (`$id`) of schemas inside it.
public final class References {
  private static final List<String> ANCHORS = List.of("$anchor", "$dynamicAnchor");

  private final JsonNode root;
  private final Dialect dialect;

  /// Pointer of each schema with an address of its own, to that address.
  private final Map<String, String> addresses = new HashMap<>();

  private final Map<String, String> pointerByAddress = new HashMap<>();
  private final Map<String, String> pointerByAnchor = new HashMap<>();

  /// Indexes a document once.
  public References(JsonNode root, Dialect dialect) {
    this.root = root;
    this.dialect = dialect;
    addresses.put("", "");
    pointerByAddress.put("", "");
    index();
  }

  /// What a reference is to.
  public sealed interface Target {}

  /// A place in the same document.
  public record Local(String pointer, JsonNode schema) implements Target {}

  /// Another document.
  public record Elsewhere(String address) implements Target {}

  /// A place in the same document where there is nothing.
  public record Nowhere(String reference) implements Target {}

  /// Follows a reference that stands in the schema at a pointer.
  public Target follow(String pointer, String reference) {
    int hash = reference.indexOf('#');
    String document = hash < 0 ? reference : reference.substring(0, hash);
    String fragment = hash < 0 ? "" : reference.substring(hash + 1);
    String base = baseOf(pointer);
    String address = document.isEmpty() ? base : absolute(base, document);
    String start = pointerByAddress.get(address);
    if (start == null) {
      return new Elsewhere(address);
    }
    Optional<String> found = within(start, address, fragment);
    if (found.isEmpty()) {
      return new Nowhere(reference);
    }
    JsonNode schema = Pointers.at(root, found.get());
    return schema.isMissingNode() ? new Nowhere(reference) : new Local(found.get(), schema);
  }

  private Optional<String> within(String start, String address, String fragment) {
    if (fragment.isEmpty()) {
      return Optional.of(start);
    }
    String anchored = pointerByAnchor.get(address + "#" + fragment);
    if (anchored != null) {
      return Optional.of(anchored);
    }
    return fragment.startsWith("/") ? Optional.of(start + decoded(fragment)) : Optional.empty();
  }

  private void index() {
    record Place(String pointer, JsonNode schema) {}
    Deque<Place> todo = new ArrayDeque<>(List.of(new Place("", root)));
    while (!todo.isEmpty()) {
      Place place = todo.remove();
      note(place.pointer, place.schema);
      Subschemas.direct(
          place.pointer, place.schema, (at, schema) -> todo.add(new Place(at, schema)));
    }
  }

  private void note(String pointer, JsonNode schema) {
    JsonNode id = schema.path(dialect.idKeyword());
    if (id.isTextual()) {
      noteAddress(pointer, id.textValue());
    }
    for (String keyword : ANCHORS) {
      if (schema.path(keyword).isTextual()) {
        pointerByAnchor.putIfAbsent(
            baseOf(pointer) + "#" + schema.path(keyword).textValue(), pointer);
      }
    }
  }

  private void noteAddress(String pointer, String id) {
    String base = baseOf(pointer);
    int hash = id.indexOf('#');
    if (hash == 0) {
      pointerByAnchor.putIfAbsent(base + id, pointer);
      return;
    }
    String address = absolute(base, hash < 0 ? id : id.substring(0, hash));
    addresses.put(pointer, address);
    pointerByAddress.putIfAbsent(address, pointer);
  }

  private String baseOf(String pointer) {
    if (addresses.size() > 1) {
      for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
        String address = addresses.get(at);
        if (address != null) {
          return address;
        }
      }
    }
    return addresses.getOrDefault("", "");
  }

  private static String absolute(String base, String reference) {
    try {
      URI uri = URI.create(base);
      return uri.isOpaque() || base.isEmpty() ? reference : uri.resolve(reference).toString();
    } catch (IllegalArgumentException notAnAddress) {
      return reference;
    }
  }

  private static String decoded(String fragment) {
    try {
      return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException asWritten) {
      return fragment;
    }
  }
}
