package com.northwind.dispatch.loadplanning.request;

import com.northwind.dispatch.processkit.http.HttpRequest;
import com.northwind.dispatch.processkit.http.Problem;
import com.northwind.dispatch.processkit.http.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Rules for single fields. A field that breaks one ends the request.
public final class RequestCheck {
  /// Header that says who acts.
  public static final String ACTOR = "Northwind-Actor";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final int MAX_TEXT = 500;

  private RequestCheck() {}

  /// An id that must be there: 1 to 64 letters, digits, and `.`, `_`, `:`, `-`.
  public static String id(@Nullable String value, String pointer) {
    if (value == null) {
      throw missing(pointer);
    }
    if (!ID.matcher(value).matches()) {
      throw Problem.at(
              pointer,
              "id-malformed",
              "An id is malformed",
              "An id has 1 to 64 letters, digits, dots, underscores, colons and hyphens.")
          .asException();
    }
    return value;
  }

  /// An id that may be absent.
  public static @Nullable String optionalId(@Nullable String value, String pointer) {
    return value == null ? null : id(value, pointer);
  }

  /// A text that must be there, of at most 500 characters.
  public static String text(@Nullable String value, String pointer) {
    if (value == null || value.isBlank()) {
      throw missing(pointer);
    }
    if (value.length() > MAX_TEXT) {
      throw Problem.at(
              pointer,
              "text-too-long",
              "A text is too long",
              "At most " + MAX_TEXT + " characters; this has " + value.length() + ".")
          .asException();
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw Problem.at(
              pointer,
              "text-malformed",
              "A text is malformed",
              "A text is one line, without control characters.")
          .asException();
    }
    return value.strip();
  }

  /// Whether a text could be an id; no other thing has been given one.
  public static boolean isId(String value) {
    return ID.matcher(value).matches();
  }

  /// A value that must be there.
  public static <T> T present(@Nullable T value, String pointer) {
    if (value == null) {
      throw missing(pointer);
    }
    return value;
  }

  /// Who acts, as the request's header says.
  public static String actor(HttpRequest request) {
    return request
        .header(ACTOR)
        .map(String::strip)
        .filter(name -> !name.isEmpty() && name.length() <= MAX_TEXT)
        .orElse("unnamed dispatcher");
  }

  private static ProblemException missing(String pointer) {
    return Problem.at(
            pointer, "field-missing", "A field is missing", "Give '" + pointer + "' a value.")
        .asException();
  }
}
