package com.northwind.dispatch.schemaregistry.registration;

import com.northwind.dispatch.schemaregistry.catalogue.Catalogue;
import com.northwind.dispatch.schemaregistry.catalogue.CatalogueRecord.SchemaContent;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectName;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion;
import com.northwind.dispatch.schemaregistry.registration.Refusal.Code;
import java.util.Optional;

/// Finds versions and schemas, or says what there is not.
public final class Lookup {
  private Lookup() {}

  /// A version of a subject.
  public static Outcome<SubjectVersion> version(
      Catalogue catalogue, SubjectName subject, VersionNumber number, boolean deletedToo) {
    if (catalogue.history(subject).latest(deletedToo).isEmpty()) {
      return new Outcome.Refused<>(noSubject(subject));
    }
    Optional<SubjectVersion> found =
        switch (number) {
          case VersionNumber.Latest() -> catalogue.history(subject).latest(deletedToo);
          case VersionNumber.Exactly(int exactly) ->
              catalogue
                  .history(subject)
                  .version(exactly)
                  .filter(version -> deletedToo || version.active());
        };
    return found
        .<Outcome<SubjectVersion>>map(Outcome.Done::new)
        .orElseGet(
            () ->
                Outcome.refused(
                    Code.VERSION_NOT_FOUND, "Version " + nameOf(number) + " not found."));
  }

  /// The content of an id.
  ///
  /// @param id as it was asked for; only whole numbers from 1 to 2147483647 are ids
  public static Outcome<SchemaContent> content(Catalogue catalogue, String id) {
    return idOf(id)
        .flatMap(catalogue::content)
        .<Outcome<SchemaContent>>map(Outcome.Done::new)
        .orElseGet(
            () ->
                Outcome.refused(
                    Code.SCHEMA_NOT_FOUND,
                    idOf(id).isPresent()
                        ? "Schema " + id + " not found"
                        : "Schema '"
                            + id
                            + "' not found: an id is a whole number from 1 to 2147483647"));
  }

  /// The refusal for a subject that is not there.
  public static Refusal noSubject(SubjectName subject) {
    return new Refusal(Code.SUBJECT_NOT_FOUND, "Subject '" + subject + "' not found.");
  }

  private static Optional<Integer> idOf(String text) {
    if (!text.matches("\\d{1,10}")) {
      return Optional.empty();
    }
    long number = Long.parseLong(text);
    return number >= 1 && number <= Integer.MAX_VALUE
        ? Optional.of((int) number)
        : Optional.empty();
  }

  private static String nameOf(VersionNumber number) {
    return switch (number) {
      case VersionNumber.Latest() -> "latest";
      case VersionNumber.Exactly(int exactly) -> Integer.toString(exactly);
    };
  }
}
