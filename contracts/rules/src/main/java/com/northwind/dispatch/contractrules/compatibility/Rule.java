package com.northwind.dispatch.contractrules.compatibility;

/// Why a change is refused: one constant per rule of the table (docs/contracts/compatibility.md),
/// with its sentences.
///
/// The second and third text of each say who gets hurt BACKWARD and FORWARD; an empty one that
/// nobody does. In them `{name}` stands for what changed, `{older}` and `{newer}` for what was
/// written. [WaysOut] says what to do instead.
public enum Rule {
  // Properties.
  PROPERTY_REMOVED(
      "A property is gone.",
      "Data of the older schema holds {name}, and the newer schema turns that away: it is closed, or takes other values under names it does not list.",
      "Readers of the older schema silently stop getting {name}, and the name could come back with another meaning."),
  PROPERTY_RENAMED(
      "A property is gone and one of the same shape is new: a rename.",
      "Data of the older schema says under the old name what readers of the newer one look for as {newer}: for them it is missing or turned away.",
      "Readers of the older schema look for {name} and never find it again: what they want is now called {newer}."),
  REQUIRED_PROPERTY_ADDED(
      "A new property is required and has no default.",
      "Data of the older schema never holds {name}, so readers of the newer one turn all of it away.",
      ""),
  PROPERTY_UNLIKE_THE_OTHERS(
      "A new property differs from what the older schema says of all names it does not list.",
      "Data of the older schema may hold {name} with another kind of value, which the newer schema turns away.",
      "Readers of the older schema take {name} for one more entry of the map, and its value is not what entries are."),
  REQUIRED_ADDED(
      "A property that was optional is required and has no default.",
      "Data of the older schema may lack {name}, and readers of the newer one turn that away.",
      ""),
  REQUIRED_DROPPED(
      "A property that was required is optional.",
      "",
      "Readers of the older schema count on {name} and turn away the first record without it."),
  DEFAULT_CHANGED(
      "A default changed.",
      "Data of the older schema that leaves {name} out means {older}; readers of the newer one take it for {newer}.",
      "Data of the newer schema that leaves {name} out means {newer}; readers of the older one take it for {older}."),
  DEFAULT_ADDED(
      "A property that stays optional got a default.",
      "",
      "Producers now leave {name} out to say {newer}; readers of the older schema see nothing at all."),
  DEFAULT_REMOVED(
      "A default is gone.",
      "Data of the older schema that leaves {name} out means {older}; readers of the newer one cannot know.",
      ""),
  CONTENT_MODEL_CLOSED(
      "Names that are not listed were allowed and are not any more.",
      "Data of the older schema may hold names that the newer one does not list and now turns away.",
      ""),
  CONTENT_MODEL_OPENED(
      "Names that are not listed were refused and are allowed now.",
      "",
      "Producers may now write any name, and readers of the older schema turn away names they do not know."),
  DEPENDENCY_ADDED(
      "A property now asks for others beside it.",
      "Data of the older schema may hold {name} without what the newer one asks for beside it.",
      ""),
  DEPENDENCY_DROPPED(
      "A property no longer asks for others beside it.",
      "",
      "Readers of the older schema count on what stood beside {name} and turn away the first record without it."),
  // Types.
  TYPE_CHANGED(
      "A value has another type.",
      "Data of the older schema holds {name} as {older}; readers of the newer one expect {newer}.",
      "Data of the newer schema holds {name} as {newer}; readers of the older one expect {older}."),
  TYPE_NARROWED(
      "A value may have fewer types than before.",
      "Data of the older schema may hold {name} as {older}; readers of the newer one take only {newer}.",
      ""),
  TYPE_WIDENED(
      "A value may have more types than before.",
      "",
      "Data of the newer schema may hold {name} as {newer}; readers of the older one take only {older}."),
  FORBIDDEN(
      "A value that was allowed is not any more, whatever it is.",
      "Data of the older schema may hold {name}; the newer schema allows no value there at all.",
      ""),
  PERMITTED(
      "A value that was forbidden altogether is allowed.",
      "",
      "Readers of the older schema turn away any value of {name}."),
  // Listed values.
  ENUM_VALUE_REMOVED(
      "A listed value is gone.",
      "Data of the older schema holds {older}; readers of the newer one turn it away or no longer know what it means.",
      ""),
  ENUM_VALUE_ADDED(
      "A closed list has a new value.",
      "",
      "Readers of the older schema know only the values of their list and turn {older} away."),
  ENUM_CLOSED(
      "Only listed values are allowed where others were, too.",
      "Data of the older schema may hold values that are not on the list; readers of the newer one turn them away.",
      ""),
  ENUM_OPENED(
      "Values that are not listed are allowed where only listed ones were.",
      "",
      "Readers of the older schema turn away every value that is not on their list."),
  // Limits of values.
  RANGE_NARROWED(
      "A number may be from a narrower range.",
      "Data of the older schema may hold a number for {name} that is outside the newer range; readers turn it away.",
      ""),
  RANGE_WIDENED(
      "A number may be from a wider range.",
      "",
      "Readers of the older schema turn away a number for {name} that is outside the range they know."),
  STEP_NARROWED(
      "A number must be a multiple of something it needed not be.",
      "Data of the older schema may hold a number for {name} that is between the newer steps; readers turn it away.",
      ""),
  STEP_WIDENED(
      "A number need no longer be a multiple of what it was.",
      "",
      "Readers of the older schema turn away a number for {name} that is between the steps they know."),
  LENGTH_NARROWED(
      "A text may be of fewer lengths.",
      "Data of the older schema may hold a text for {name} that is too long or too short for readers of the newer one.",
      ""),
  LENGTH_WIDENED(
      "A text may be of more lengths.",
      "",
      "Readers of the older schema turn away a text for {name} that is longer or shorter than they know."),
  PATTERN_ADDED(
      "A text must match a pattern it needed not match.",
      "Data of the older schema may hold a text for {name} that does not match; readers of the newer one turn it away.",
      ""),
  PATTERN_DROPPED(
      "A text need no longer match a pattern.",
      "",
      "Readers of the older schema turn away a text for {name} that does not match the pattern they know."),
  PATTERN_CHANGED(
      "A text must match another pattern; which texts match both nobody can tell in general.",
      "Data of the older schema may hold a text for {name} that does not match the newer pattern.",
      "Data of the newer schema may hold a text for {name} that does not match the older pattern."),
  FORMAT_ADDED(
      "A text must have a format it needed not have.",
      "Data of the older schema may hold a text for {name} that is not of the format {newer}.",
      ""),
  FORMAT_DROPPED(
      "A text need no longer have a format.",
      "",
      "Readers of the older schema read {name} as {older} and fail on the first text that is none."),
  FORMAT_CHANGED(
      "A text has another format.",
      "Data of the older schema holds {name} as {older}; readers of the newer one read it as {newer}.",
      "Data of the newer schema holds {name} as {newer}; readers of the older one read it as {older}."),
  ENCODING_CHANGED(
      "Bytes are written as text in another way.",
      "Data of the older schema holds {name} as {older}; read as {newer} it comes out as other bytes.",
      "Data of the newer schema holds {name} as {newer}; read as {older} it comes out as other bytes."),
  COUNT_NARROWED(
      "A list or object may have fewer sizes.",
      "Data of the older schema may hold more or fewer entries in {name} than readers of the newer one take.",
      ""),
  COUNT_WIDENED(
      "A list or object may have more sizes.",
      "",
      "Readers of the older schema turn away {name} with more or fewer entries than they know."),
  UNIQUENESS_ADDED(
      "The elements of a list must differ; they needed not.",
      "Data of the older schema may repeat an element in {name}; readers of the newer one turn that away.",
      ""),
  UNIQUENESS_DROPPED(
      "The elements of a list may repeat; they could not.",
      "",
      "Readers of the older schema turn away {name} with an element that repeats."),
  ITEMS_CLOSED(
      "A list may not go on after its listed elements; it could.",
      "Data of the older schema may hold more elements in {name} than the newer one lists.",
      ""),
  ITEMS_OPENED(
      "A list may go on after its listed elements; it could not.",
      "",
      "Readers of the older schema turn away {name} with more elements than they list."),
  // Meaning.
  UNIT_CHANGED(
      "A number has another unit.",
      "Data of the older schema holds {name} in {older}; readers of the newer one take the same number for {newer}. Nothing fails: it is only wrong.",
      "Data of the newer schema holds {name} in {newer}; readers of the older one take the same number for {older}. Nothing fails: it is only wrong."),
  // Alternatives and conditions.
  ALTERNATIVE_REMOVED(
      "One of several shapes a value may have is gone.",
      "Data of the older schema may hold {name} in a shape that readers of the newer one no longer take.",
      ""),
  ALTERNATIVE_ADDED(
      "A value may have one more shape.",
      "",
      "Data of the newer schema may hold {name} in a shape that readers of the older one do not take."),
  ALTERNATIVES_OVERLAP(
      "Two alternatives of a oneOf can both be true of a value that only one was true of.",
      "Data of the older schema may match two alternatives of the newer oneOf; exactly one is allowed, so readers turn it away.",
      "Data of the newer schema may match two alternatives of the older oneOf; exactly one is allowed, so readers turn it away."),
  CONDITION_ADDED(
      "A value must meet a condition (not, if, contains, dependentSchemas) it needed not meet.",
      "Data of the older schema may not meet the condition; readers of the newer one turn that away.",
      ""),
  CONDITION_DROPPED(
      "A value need no longer meet a condition (not, if, contains, dependentSchemas).",
      "",
      "Readers of the older schema turn away data that does not meet the condition they know."),
  CONDITION_CHANGED(
      "A value must meet another condition (not, if, contains, dependentSchemas); which data meets both cannot be told.",
      "Data of the older schema may not meet the newer condition; readers turn that away.",
      "Data of the newer schema may not meet the older condition; readers turn that away."),
  REFERENCE_NOT_FOLLOWED(
      "A reference to another document changed.",
      "What the references lead to is not in these documents, so nobody can tell here whether readers of the newer schema take data of the older.",
      "What the references lead to is not in these documents, so nobody can tell here whether readers of the older schema take data of the newer."),
  NOT_COMPARED(
      "Alternatives are nested so deeply or widely that the comparison was given up.",
      "Nobody can tell in reasonable time whether readers of the newer schema take data of the older.",
      "Nobody can tell in reasonable time whether readers of the older schema take data of the newer.");

  private final String sentence;
  private final String backward;
  private final String forward;

  Rule(String sentence, String backward, String forward) {
    this.sentence = sentence;
    this.backward = backward;
    this.forward = forward;
  }

  /// What changed, for a table.
  public String sentence() {
    return sentence;
  }

  /// Whether the rule ever refuses in a direction.
  public boolean refuses(Direction direction) {
    return !why(direction).isEmpty();
  }

  /// Who would get hurt and how, with places to fill in; empty where nobody does.
  String why(Direction direction) {
    return switch (direction) {
      case BACKWARD -> backward;
      case FORWARD -> forward;
    };
  }
}
