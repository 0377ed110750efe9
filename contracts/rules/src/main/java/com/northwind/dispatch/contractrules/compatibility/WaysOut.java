package com.northwind.dispatch.contractrules.compatibility;

import java.util.List;

/// What to do instead of a change that is refused, the easiest first. In the texts `{name}` stands
/// for what changed, `{older}` and `{newer}` for what was written, and `{next}` for the advice to
/// make a new version of the type.
final class WaysOut {
  private WaysOut() {}

  static List<String> of(Rule rule) {
    return switch (rule) {
      case PROPERTY_REMOVED ->
          List.of("keep {name} and stop filling it; mark it deprecated", "{next}");
      case PROPERTY_RENAMED ->
          List.of(
              "keep {name}; say a better name in its title or description",
              "add {newer} as a second, optional property, and fill both",
              "{next}");
      case REQUIRED_PROPERTY_ADDED ->
          List.of("make {name} optional", "give it a default", "{next}");
      case PROPERTY_UNLIKE_THE_OTHERS ->
          List.of(
              "put the new property beside the map, not in it",
              "give {name} the shape that entries of the map have",
              "{next}");
      case REQUIRED_ADDED ->
          List.of(
              "leave {name} optional, and let producers always fill it",
              "give it a default",
              "{next}");
      case REQUIRED_DROPPED -> List.of("leave {name} required", "{next}");
      case DEFAULT_CHANGED ->
          List.of("keep the default, and let producers write the new value out", "{next}");
      case DEFAULT_ADDED ->
          List.of(
              "keep the value in the producers' code, and let them write it out",
              "make {name} required as well: then it is never left out");
      case DEFAULT_REMOVED -> List.of("keep the default", "{next}");
      case CONTENT_MODEL_CLOSED ->
          List.of("leave the schema open: readers pass over names they do not know", "{next}");
      case CONTENT_MODEL_OPENED ->
          List.of(
              "stay closed and add the properties you need: adding an optional one is always allowed",
              "{next}");
      case DEPENDENCY_ADDED ->
          List.of("drop the dependency, and let producers fill both", "{next}");
      case DEPENDENCY_DROPPED -> List.of("keep the dependency", "{next}");
      case TYPE_CHANGED ->
          List.of("keep {name} as it is and add a new optional property of the new type", "{next}");
      case TYPE_NARROWED ->
          List.of(
              "keep the wider type, and let producers write only the narrower one",
              "add a new optional property of the narrower type",
              "{next}");
      case TYPE_WIDENED ->
          List.of("keep the type and add a new optional property of the wider type", "{next}");
      case FORBIDDEN ->
          List.of("keep {name} as it was and stop filling it; mark it deprecated", "{next}");
      case PERMITTED -> List.of("use a new name for the new value", "{next}");
      case ENUM_VALUE_REMOVED ->
          List.of(
              "keep the value and stop writing it; say in its description that it is deprecated",
              "{next}");
      case ENUM_VALUE_ADDED ->
          List.of(
              "say it in a new optional property beside {name}",
              "{next}; make the list open there, so that values may come");
      case ENUM_CLOSED ->
          List.of("leave the list open: the known values, or any text of their form", "{next}");
      case ENUM_OPENED ->
          List.of(
              "keep the list closed, and say the new value in a new optional property", "{next}");
      case RANGE_NARROWED ->
          List.of("keep the range, and let producers stay in the narrower one", "{next}");
      case RANGE_WIDENED ->
          List.of("keep the range and add a new optional property with the wider one", "{next}");
      case STEP_NARROWED ->
          List.of("keep the step, and let producers write the coarser one", "{next}");
      case STEP_WIDENED ->
          List.of("keep the step and add a new optional property with the finer one", "{next}");
      case LENGTH_NARROWED ->
          List.of("keep the limit, and let producers write texts of the narrower one", "{next}");
      case LENGTH_WIDENED ->
          List.of("keep the limit and add a new optional property with the wider one", "{next}");
      case PATTERN_ADDED -> List.of("leave the pattern out, and let producers check it", "{next}");
      case PATTERN_DROPPED ->
          List.of("keep the pattern and add a new optional property without one", "{next}");
      case PATTERN_CHANGED ->
          List.of("keep the pattern", "add a new optional property with the new pattern", "{next}");
      case FORMAT_ADDED ->
          List.of("say the format in the description, and let producers keep to it", "{next}");
      case FORMAT_DROPPED ->
          List.of("keep the format and add a new optional property without one", "{next}");
      case FORMAT_CHANGED ->
          List.of("keep the format and add a new optional property with the new one", "{next}");
      case ENCODING_CHANGED ->
          List.of("keep the encoding and add a new optional property with the new one", "{next}");
      case COUNT_NARROWED ->
          List.of("keep the limit, and let producers stay in the narrower one", "{next}");
      case COUNT_WIDENED ->
          List.of("keep the limit and add a new optional property with the wider one", "{next}");
      case UNIQUENESS_ADDED ->
          List.of("leave uniqueItems out, and let producers write each element once", "{next}");
      case UNIQUENESS_DROPPED -> List.of("keep uniqueItems", "{next}");
      case ITEMS_CLOSED -> List.of("leave the list open", "{next}");
      case ITEMS_OPENED ->
          List.of("keep the list closed, and say the rest in a new optional property", "{next}");
      case UNIT_CHANGED ->
          List.of(
              "keep {name} in {older} and add a new optional property in the new unit, with the unit in its name",
              "{next}");
      case ALTERNATIVE_REMOVED -> List.of("keep the alternative and stop writing it", "{next}");
      case ALTERNATIVE_ADDED ->
          List.of("say it in a new optional property beside {name}", "{next}");
      case ALTERNATIVES_OVERLAP ->
          List.of(
              "use anyOf instead of oneOf",
              "tell the alternatives apart: by type, or by a required property with a const of its own",
              "{next}");
      case CONDITION_ADDED ->
          List.of("leave the condition out, and let producers keep to it", "{next}");
      case CONDITION_DROPPED -> List.of("keep the condition", "{next}");
      case CONDITION_CHANGED -> List.of("keep the condition", "{next}");
      case REFERENCE_NOT_FOLLOWED ->
          List.of(
              "put the other document's schema into $defs and refer to it there",
              "keep the reference",
              "{next}");
      case NOT_COMPARED ->
          List.of(
              "write the alternatives flatter: one anyOf with the shapes side by side",
              "keep this part of the schema as it was",
              "{next}");
    };
  }
}
