package com.northwind.dispatch.contractrules.compatibility;

import java.util.List;

/// Why a change is refused: one constant per rule of the table (docs/contracts/compatibility.md),
/// with its sentences.
///
/// In the sentences `{name}` stands for what changed, `{older}` and `{newer}` for what was written,
/// `{gone}` for single values of a list, and `{next}` for the advice to make a new version of the
/// type.
public enum Rule {
  // Properties.
  /// A property is gone.
  PROPERTY_REMOVED(
      "A property is gone.",
      "Data of the older schema holds {name}, and the newer schema turns that away: it is closed, or takes other values under names it does not list.",
      "Readers of the older schema silently stop getting {name}, and the name could come back with another meaning.",
      "keep {name} and stop filling it; mark it deprecated",
      "{next}"),
  /// A property is gone and one of the same shape is new: a rename.
  PROPERTY_RENAMED(
      "A property is gone and one of the same shape is new: a rename.",
      "Data of the older schema says under the old name what readers of the newer one look for as {newer}: for them it is missing or turned away.",
      "Readers of the older schema look for {name} and never find it again: what they want is now called {newer}.",
      "keep {name}; say a better name in its title or description",
      "add {newer} as a second, optional property and fill both until nobody reads {name}",
      "{next}"),
  /// A new property is required and has no default.
  REQUIRED_PROPERTY_ADDED(
      "A new property is required and has no default.",
      "Data of the older schema never holds {name}, so readers of the newer one turn all of it away.",
      "",
      "make {name} optional",
      "give it a default",
      "{next}"),
  /// A new property differs from what the older schema says of all names it does not list.
  PROPERTY_UNLIKE_THE_OTHERS(
      "A new property differs from what the older schema says of all names it does not list.",
      "Data of the older schema may hold {name} with another kind of value, which the newer schema turns away.",
      "Readers of the older schema take {name} for one more entry of the map, and its value is not what entries are.",
      "put the new property beside the map, not in it",
      "give {name} the shape that entries of the map have",
      "{next}"),
  /// A property that was optional is required and has no default.
  REQUIRED_ADDED(
      "A property that was optional is required and has no default.",
      "Data of the older schema may lack {name}, and readers of the newer one turn that away.",
      "",
      "leave {name} optional, and let producers always fill it",
      "give it a default",
      "{next}"),
  /// A property that was required is optional.
  REQUIRED_DROPPED(
      "A property that was required is optional.",
      "",
      "Readers of the older schema count on {name} and turn away the first record without it.",
      "leave {name} required",
      "{next}"),
  /// A default changed.
  DEFAULT_CHANGED(
      "A default changed.",
      "Data of the older schema that leaves {name} out means {older}; readers of the newer one take it for {newer}.",
      "Data of the newer schema that leaves {name} out means {newer}; readers of the older one take it for {older}.",
      "keep the default, and let producers write the new value out",
      "{next}"),
  /// A property that stays optional got a default.
  DEFAULT_ADDED(
      "A property that stays optional got a default.",
      "",
      "Producers now leave {name} out to say {newer}; readers of the older schema see nothing at all.",
      "keep the value in the producers' code, and let them write it out",
      "make {name} required as well: then it is never left out"),
  /// A default is gone.
  DEFAULT_REMOVED(
      "A default is gone.",
      "Data of the older schema that leaves {name} out means {older}; readers of the newer one cannot know.",
      "",
      "keep the default",
      "{next}"),
  /// Names that are not listed were allowed and are not any more.
  CONTENT_MODEL_CLOSED(
      "Names that are not listed were allowed and are not any more.",
      "Data of the older schema may hold names that the newer one does not list and now turns away.",
      "",
      "leave the schema open: readers pass over names they do not know",
      "{next}"),
  /// Names that are not listed were refused and are allowed now.
  CONTENT_MODEL_OPENED(
      "Names that are not listed were refused and are allowed now.",
      "",
      "Producers may now write any name, and readers of the older schema turn away names they do not know.",
      "stay closed and add the properties you need: adding an optional one is always allowed",
      "{next}"),
  /// A property now asks for others beside it.
  DEPENDENCY_ADDED(
      "A property now asks for others beside it.",
      "Data of the older schema may hold {name} without what the newer one asks for beside it.",
      "",
      "drop the dependency, and let producers fill both",
      "{next}"),
  /// A property no longer asks for others beside it.
  DEPENDENCY_DROPPED(
      "A property no longer asks for others beside it.",
      "",
      "Readers of the older schema count on what stood beside {name} and turn away the first record without it.",
      "keep the dependency",
      "{next}"),
  // Types.
  /// A value has another type.
  TYPE_CHANGED(
      "A value has another type.",
      "Data of the older schema holds {name} as {older}; readers of the newer one expect {newer}.",
      "Data of the newer schema holds {name} as {newer}; readers of the older one expect {older}.",
      "keep {name} as it is and add a new optional property of the new type",
      "{next}"),
  /// A value may have fewer types than before.
  TYPE_NARROWED(
      "A value may have fewer types than before.",
      "Data of the older schema may hold {name} as {older}; readers of the newer one take only {newer}.",
      "",
      "keep the wider type, and let producers write only the narrower one",
      "add a new optional property of the narrower type",
      "{next}"),
  /// A value may have more types than before.
  TYPE_WIDENED(
      "A value may have more types than before.",
      "",
      "Data of the newer schema may hold {name} as {newer}; readers of the older one take only {older}.",
      "keep the type and add a new optional property of the wider type",
      "{next}"),
  /// A value that was allowed is not any more, whatever it is.
  FORBIDDEN(
      "A value that was allowed is not any more, whatever it is.",
      "Data of the older schema may hold {name}; the newer schema allows no value there at all.",
      "",
      "keep {name} as it was and stop filling it; mark it deprecated",
      "{next}"),
  /// A value that was forbidden altogether is allowed.
  PERMITTED(
      "A value that was forbidden altogether is allowed.",
      "",
      "Readers of the older schema turn away any value of {name}.",
      "use a new name for the new value",
      "{next}"),
  // Listed values.
  /// A listed value is gone.
  ENUM_VALUE_REMOVED(
      "A listed value is gone.",
      "Data of the older schema holds {gone}; readers of the newer one turn it away or no longer know what it means.",
      "",
      "keep the value and stop writing it; say in its description that it is deprecated",
      "{next}"),
  /// A closed list has a new value.
  ENUM_VALUE_ADDED(
      "A closed list has a new value.",
      "",
      "Readers of the older schema know only the values of their list and turn {gone} away.",
      "say it in a new optional property beside {name}",
      "{next}, with an open list: any of the values, or any text of their form"),
  /// Only listed values are allowed where others were, too.
  ENUM_CLOSED(
      "Only listed values are allowed where others were, too.",
      "Data of the older schema may hold values that are not on the list; readers of the newer one turn them away.",
      "",
      "leave the list open: the known values, or any text of their form",
      "{next}"),
  /// Values that are not listed are allowed where only listed ones were.
  ENUM_OPENED(
      "Values that are not listed are allowed where only listed ones were.",
      "",
      "Readers of the older schema turn away every value that is not on their list.",
      "keep the list closed, and say the new value in a new optional property",
      "{next}"),
  // Limits of values.
  /// A number may be from a narrower range.
  RANGE_NARROWED(
      "A number may be from a narrower range.",
      "Data of the older schema may hold a number for {name} that is outside the newer range; readers turn it away.",
      "",
      "keep the range, and let producers stay in the narrower one",
      "{next}"),
  /// A number may be from a wider range.
  RANGE_WIDENED(
      "A number may be from a wider range.",
      "",
      "Readers of the older schema turn away a number for {name} that is outside the range they know.",
      "keep the range and add a new optional property with the wider one",
      "{next}"),
  /// A number must be a multiple of something it needed not be.
  STEP_NARROWED(
      "A number must be a multiple of something it needed not be.",
      "Data of the older schema may hold a number for {name} that is between the newer steps; readers turn it away.",
      "",
      "keep the step, and let producers write the coarser one",
      "{next}"),
  /// A number need no longer be a multiple of what it was.
  STEP_WIDENED(
      "A number need no longer be a multiple of what it was.",
      "",
      "Readers of the older schema turn away a number for {name} that is between the steps they know.",
      "keep the step and add a new optional property with the finer one",
      "{next}"),
  /// A text may be of fewer lengths.
  LENGTH_NARROWED(
      "A text may be of fewer lengths.",
      "Data of the older schema may hold a text for {name} that is too long or too short for readers of the newer one.",
      "",
      "keep the limit, and let producers write texts of the narrower one",
      "{next}"),
  /// A text may be of more lengths.
  LENGTH_WIDENED(
      "A text may be of more lengths.",
      "",
      "Readers of the older schema turn away a text for {name} that is longer or shorter than they know.",
      "keep the limit and add a new optional property with the wider one",
      "{next}"),
  /// A text must match a pattern it needed not match.
  PATTERN_ADDED(
      "A text must match a pattern it needed not match.",
      "Data of the older schema may hold a text for {name} that does not match; readers of the newer one turn it away.",
      "",
      "leave the pattern out, and let producers check it",
      "{next}"),
  /// A text need no longer match a pattern.
  PATTERN_DROPPED(
      "A text need no longer match a pattern.",
      "",
      "Readers of the older schema turn away a text for {name} that does not match the pattern they know.",
      "keep the pattern and add a new optional property without one",
      "{next}"),
  /// A text must match another pattern; which texts match both nobody can tell in general.
  PATTERN_CHANGED(
      "A text must match another pattern; which texts match both nobody can tell in general.",
      "Data of the older schema may hold a text for {name} that does not match the newer pattern.",
      "Data of the newer schema may hold a text for {name} that does not match the older pattern.",
      "keep the pattern",
      "add a new optional property with the new pattern",
      "{next}"),
  /// A text must have a format it needed not have.
  FORMAT_ADDED(
      "A text must have a format it needed not have.",
      "Data of the older schema may hold a text for {name} that is not of the format {newer}.",
      "",
      "say the format in the description, and let producers keep to it",
      "{next}"),
  /// A text need no longer have a format.
  FORMAT_DROPPED(
      "A text need no longer have a format.",
      "",
      "Readers of the older schema read {name} as {older} and fail on the first text that is none.",
      "keep the format and add a new optional property without one",
      "{next}"),
  /// A text has another format.
  FORMAT_CHANGED(
      "A text has another format.",
      "Data of the older schema holds {name} as {older}; readers of the newer one read it as {newer}.",
      "Data of the newer schema holds {name} as {newer}; readers of the older one read it as {older}.",
      "keep the format and add a new optional property with the new one",
      "{next}"),
  /// Bytes are written as text in another way.
  ENCODING_CHANGED(
      "Bytes are written as text in another way.",
      "Data of the older schema holds {name} as {older}; read as {newer} it comes out as other bytes.",
      "Data of the newer schema holds {name} as {newer}; read as {older} it comes out as other bytes.",
      "keep the encoding and add a new optional property with the new one",
      "{next}"),
  /// A list or object may have fewer sizes.
  COUNT_NARROWED(
      "A list or object may have fewer sizes.",
      "Data of the older schema may hold more or fewer entries in {name} than readers of the newer one take.",
      "",
      "keep the limit, and let producers stay in the narrower one",
      "{next}"),
  /// A list or object may have more sizes.
  COUNT_WIDENED(
      "A list or object may have more sizes.",
      "",
      "Readers of the older schema turn away {name} with more or fewer entries than they know.",
      "keep the limit and add a new optional property with the wider one",
      "{next}"),
  /// The elements of a list must differ; they needed not.
  UNIQUENESS_ADDED(
      "The elements of a list must differ; they needed not.",
      "Data of the older schema may repeat an element in {name}; readers of the newer one turn that away.",
      "",
      "leave uniqueItems out, and let producers write each element once",
      "{next}"),
  /// The elements of a list may repeat; they could not.
  UNIQUENESS_DROPPED(
      "The elements of a list may repeat; they could not.",
      "",
      "Readers of the older schema turn away {name} with an element that repeats.",
      "keep uniqueItems",
      "{next}"),
  /// A list may not go on after its listed elements; it could.
  ITEMS_CLOSED(
      "A list may not go on after its listed elements; it could.",
      "Data of the older schema may hold more elements in {name} than the newer one lists.",
      "",
      "leave the list open",
      "{next}"),
  /// A list may go on after its listed elements; it could not.
  ITEMS_OPENED(
      "A list may go on after its listed elements; it could not.",
      "",
      "Readers of the older schema turn away {name} with more elements than they list.",
      "keep the list closed, and say the rest in a new optional property",
      "{next}"),
  // Meaning.
  /// A number has another unit.
  UNIT_CHANGED(
      "A number has another unit.",
      "Data of the older schema holds {name} in {older}; readers of the newer one take the same number for {newer}. Nothing fails: it is only wrong.",
      "Data of the newer schema holds {name} in {newer}; readers of the older one take the same number for {older}. Nothing fails: it is only wrong.",
      "keep {name} in {older} and add a new optional property in the new unit, with the unit in its name",
      "{next}"),
  // Alternatives and conditions.
  /// One of several shapes a value may have is gone.
  ALTERNATIVE_REMOVED(
      "One of several shapes a value may have is gone.",
      "Data of the older schema may hold {name} in a shape that readers of the newer one no longer take.",
      "",
      "keep the alternative and stop writing it",
      "{next}"),
  /// A value may have one more shape.
  ALTERNATIVE_ADDED(
      "A value may have one more shape.",
      "",
      "Data of the newer schema may hold {name} in a shape that readers of the older one do not take.",
      "say it in a new optional property beside {name}",
      "{next}"),
  /// Two alternatives of a oneOf can both be true of a value that only one was true of.
  ALTERNATIVES_OVERLAP(
      "Two alternatives of a oneOf can both be true of a value that only one was true of.",
      "Data of the older schema may match two alternatives of the newer oneOf; exactly one is allowed, so readers turn it away.",
      "Data of the newer schema may match two alternatives of the older oneOf; exactly one is allowed, so readers turn it away.",
      "use anyOf instead of oneOf",
      "tell the alternatives apart: by type, or by a required property with a const of its own",
      "{next}"),
  /// A value must meet a condition (not, if, contains, dependentSchemas) it needed not meet.
  CONDITION_ADDED(
      "A value must meet a condition (not, if, contains, dependentSchemas) it needed not meet.",
      "Data of the older schema may not meet the condition; readers of the newer one turn that away.",
      "",
      "leave the condition out, and let producers keep to it",
      "{next}"),
  /// A value need no longer meet a condition (not, if, contains, dependentSchemas).
  CONDITION_DROPPED(
      "A value need no longer meet a condition (not, if, contains, dependentSchemas).",
      "",
      "Readers of the older schema turn away data that does not meet the condition they know.",
      "keep the condition",
      "{next}"),
  /// A value must meet another condition (not, if, contains, dependentSchemas); which data meets
  /// both cannot be told.
  CONDITION_CHANGED(
      "A value must meet another condition (not, if, contains, dependentSchemas); which data meets both cannot be told.",
      "Data of the older schema may not meet the newer condition; readers turn that away.",
      "Data of the newer schema may not meet the older condition; readers turn that away.",
      "keep the condition",
      "{next}"),
  /// A reference to another document changed.
  REFERENCE_NOT_FOLLOWED(
      "A reference to another document changed.",
      "What the references lead to is not in these documents, so nobody can tell here whether readers of the newer schema take data of the older.",
      "What the references lead to is not in these documents, so nobody can tell here whether readers of the older schema take data of the newer.",
      "put the other document's schema into $defs and refer to it there",
      "keep the reference",
      "{next}"),
  /// Alternatives are nested so deeply or widely that the comparison was given up.
  NOT_COMPARED(
      "Alternatives are nested so deeply or widely that the comparison was given up.",
      "Nobody can tell in reasonable time whether readers of the newer schema take data of the older.",
      "Nobody can tell in reasonable time whether readers of the older schema take data of the newer.",
      "write the alternatives flatter: one anyOf with the shapes side by side",
      "keep this part of the schema as it was",
      "{next}");

  private final String sentence;
  private final String backward;
  private final String forward;
  private final String waysOut;

  Rule(String sentence, String backward, String forward, String... waysOut) {
    this.sentence = sentence;
    this.backward = backward;
    this.forward = forward;
    this.waysOut = String.join("\n", waysOut);
  }

  /// What changed, for a table.
  public String sentence() {
    return sentence;
  }

  /// Whether the rule ever refuses in a direction.
  public boolean refuses(Direction direction) {
    return !why(direction).isEmpty();
  }

  /// Who would get hurt and how, with places to fill in.
  String why(Direction direction) {
    return switch (direction) {
      case BACKWARD -> backward;
      case FORWARD -> forward;
    };
  }

  /// What to do instead, with places to fill in.
  List<String> waysOut() {
    return waysOut.lines().toList();
  }
}
