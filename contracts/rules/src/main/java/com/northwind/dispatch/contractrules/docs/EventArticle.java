package com.northwind.dispatch.contractrules.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.approved.ApprovedDirectory;
import com.northwind.dispatch.contractrules.approved.ApprovedSchema;
import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.descriptor.EventType;
import com.northwind.dispatch.contractrules.descriptor.Names;
import com.northwind.dispatch.contractrules.descriptor.Topic;
import com.northwind.dispatch.contractrules.diff.SchemaChange;
import com.northwind.dispatch.contractrules.diff.SchemaDiff;
import com.northwind.dispatch.contractrules.json.JsonText;
import com.northwind.dispatch.contractrules.revision.CurrentSchema;
import com.northwind.dispatch.contractrules.sample.SampleRecord;
import com.northwind.dispatch.contractrules.table.Row;
import com.northwind.dispatch.contractrules.table.SchemaTable;
import com.northwind.dispatch.contractrules.table.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes the part of the page about one event, or about a part of events.
final class EventArticle {
  private final Contracts contracts;
  private final ApprovedDirectory approved;

  EventArticle(Contracts contracts, ApprovedDirectory approved) {
    this.contracts = contracts;
    this.approved = approved;
  }

  String of(CurrentSchema schema) {
    Section section = SchemaTable.of(schema.json()).get(0);
    StringBuilder out = new StringBuilder(8_000);
    Optional<EventType> successor = successor(schema.id().type());
    open(
        out,
        section,
        badge(schema)
            + (successor.isPresent() ? " <span class=\"badge old\">replaced</span>" : ""));
    writeFacts(out, schema, successor);
    writeBody(out, section);
    out.append("<details><summary>Example record</summary><pre>")
        .append(Html.escape(JsonText.pretty(SampleRecord.of(schema.json(), contracts))))
        .append("</pre></details>\n");
    writeHistory(out, schema);
    return out.append("</article>\n").toString();
  }

  String of(Section part) {
    StringBuilder out = new StringBuilder(2_000);
    open(out, part, "");
    writeBody(out, part);
    return out.append("</article>\n").toString();
  }

  private Optional<EventType> successor(String type) {
    return contracts.events().stream()
        .filter(event -> event.replaces().filter(type::equals).isPresent())
        .findFirst();
  }

  private static String badge(CurrentSchema schema) {
    return schema.isReleased()
        ? "<span class=\"badge released\">revision " + schema.id().revision() + "</span>"
        : "<span class=\"badge next\">revision "
            + schema.id().revision()
            + ", not released yet</span>";
  }

  private static void open(StringBuilder out, Section section, String badges) {
    String name = Html.escape(section.name());
    out.append("<article id=\"").append(name).append("\">\n<h3>");
    out.append(Html.link(section.name(), Names.simple(section.name())));
    out.append(badges.isEmpty() ? "" : " " + badges).append("</h3>\n");
    out.append("<div class=\"type mono\">").append(name).append("</div>\n");
    out.append("<p>").append(Html.escape(section.meaning())).append("</p>\n");
  }

  private void writeFacts(StringBuilder out, CurrentSchema schema, Optional<EventType> successor) {
    JsonNode json = schema.json();
    out.append("<dl class=\"facts\">");
    String topic = json.path("x-topic").asText();
    fact(out, "Topic", Html.link(topic, topic));
    fact(out, "Key", Html.code(json.path("x-key").asText()));
    Optional<Topic> about = contracts.topicOf(schema.event());
    about.ifPresent(t -> fact(out, "Written by", Html.escape(String.join(", ", t.writtenBy()))));
    about.ifPresent(t -> fact(out, "Read by", Html.escape(String.join(", ", t.readBy()))));
    schema.event().replaces().ifPresent(older -> fact(out, "Replaces", Html.link(older, older)));
    successor.ifPresent(newer -> fact(out, "Replaced by", Html.link(newer.name(), newer.name())));
    out.append("</dl>\n");
  }

  private static void fact(StringBuilder out, String term, String html) {
    out.append("<div><dt>").append(term).append("</dt><dd>").append(html).append("</dd></div>");
  }

  private static void writeBody(StringBuilder out, Section section) {
    switch (section) {
      case Section.Fields(String name, String meaning, List<Row> rows) when rows.isEmpty() ->
          out.append("<p>It says nothing more.</p>\n");
      case Section.Fields(String name, String meaning, List<Row> rows) -> {
        out.append(
            "<div class=\"scroll\"><table><thead><tr><th>Field</th><th>Type</th><th>Unit and range</th><th>Meaning</th>"
                + "</tr></thead><tbody>\n");
        rows.forEach(row -> writeRow(out, row));
        out.append("</tbody></table></div>\n");
      }
      case Section.Values values -> {
        out.append(
            "<div class=\"scroll\"><table><thead><tr><th>Value</th><th>Meaning</th></tr></thead><tbody>\n");
        values
            .values()
            .forEach(
                (value, meaning) ->
                    out.append("<tr><td class=\"name\">")
                        .append(Html.code(value))
                        .append("</td><td>")
                        .append(Html.escape(meaning))
                        .append("</td></tr>\n"));
        out.append("</tbody></table></div>\n");
      }
    }
  }

  private static void writeRow(StringBuilder out, Row row) {
    out.append("<tr><td class=\"name\">").append(Html.code(row.name())).append("</td>");
    out.append("<td class=\"kind\">");
    out.append(
        row.definition().map(type -> Html.link(type, row.type())).orElse(Html.escape(row.type())));
    out.append(row.isRequired() ? " <span class=\"badge must\">required</span>" : "");
    out.append("</td><td class=\"limits\">");
    out.append(
        row.unit().isEmpty() ? "" : "<span class=\"unit\">" + Html.escape(row.unit()) + "</span>");
    out.append(row.range().isEmpty() ? "" : "<span>" + Html.escape(row.range()) + "</span>");
    out.append("</td><td>").append(Html.escape(row.meaning())).append("</td></tr>\n");
  }

  private void writeHistory(StringBuilder out, CurrentSchema schema) {
    List<ApprovedSchema> released =
        new ArrayList<>(approved.revisions(schema.id().type()).values());
    if (released.isEmpty()) {
      return;
    }
    out.append("<details><summary>History</summary><ol class=\"history\">\n");
    JsonNode before = null;
    for (ApprovedSchema revision : released) {
      JsonNode json = JsonText.parse(revision.json());
      writeRevision(
          out,
          before == null ? List.of() : SchemaDiff.between(before, json),
          before == null ? "first" : "released");
      before = json;
    }
    if (before != null && !schema.isReleased()) {
      writeRevision(out, SchemaDiff.between(before, schema.json()), "not released yet");
    }
    out.append("</ol></details>\n");
  }

  private static void writeRevision(StringBuilder out, List<SchemaChange> changes, String word) {
    out.append("<li>").append(word);
    List<SchemaChange> telling = changes.stream().filter(change -> !change.isWording()).toList();
    if (!changes.isEmpty() && telling.isEmpty()) {
      out.append(", only words changed");
    }
    telling.forEach(change -> out.append(Html.code(change.line())));
    out.append("</li>\n");
  }
}
