package com.northwind.dispatch.schemaregistry.registration;

/// Why something is not done.
///
/// @param sentence for whoever asked: what is wrong and what to do
public record Refusal(Code code, String sentence) {

  /// Kinds of refusals, with the numbers that clients of schema registries know.
  public enum Code {
    SUBJECT_NOT_FOUND(404, 40401),
    VERSION_NOT_FOUND(404, 40402),
    SCHEMA_NOT_FOUND(404, 40403),
    SUBJECT_DELETED(404, 40404),
    SUBJECT_NOT_DELETED(404, 40405),
    VERSION_DELETED(404, 40406),
    VERSION_NOT_DELETED(404, 40407),
    NO_LEVEL_OF_ITS_OWN(404, 40408),
    NO_MODE_OF_ITS_OWN(404, 40409),
    INCOMPATIBLE(409, 409),
    INVALID_SCHEMA(422, 42201),
    INVALID_VERSION(422, 42202),
    INVALID_LEVEL(422, 42203),
    INVALID_MODE(422, 42204),
    NOT_PERMITTED(422, 42205),
    INVALID_SUBJECT(422, 42208),
    LOG_NOT_READ(503, 50001),
    LOG_DAMAGED(503, 50001),
    TIMED_OUT(503, 50002),
    CONTENDED(503, 50003);

    private final int status;
    private final int number;

    Code(int status, int number) {
      this.status = status;
      this.number = number;
    }

    /// HTTP status.
    public int status() {
      return status;
    }

    /// `error_code` in the answer.
    public int number() {
      return number;
    }
  }
}
