package com.northwind.dispatch.contractrules.docs;

import com.northwind.dispatch.contractrules.approved.ApprovedDirectory;
import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.descriptor.Names;
import com.northwind.dispatch.contractrules.descriptor.Topic;
import com.northwind.dispatch.contractrules.revision.CurrentSchema;
import com.northwind.dispatch.contractrules.table.SchemaTable;
import com.northwind.dispatch.contractrules.table.Section;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes the page of all topics and events. It needs no other file, and its anchors are the names
/// of topics and types.
final class HtmlPage {
  private final Contracts contracts;
  private final List<CurrentSchema> schemas;
  private final EventArticle articles;
  private final StringBuilder out = new StringBuilder(200_000);

  HtmlPage(Contracts contracts, List<CurrentSchema> schemas, ApprovedDirectory approved) {
    this.contracts = contracts;
    this.schemas = schemas;
    this.articles = new EventArticle(contracts, approved);
  }

  String text() {
    SortedMap<String, Section> parts = parts();
    out.append(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Northwind Dispatch: topics and events</title>
        <style>
        %s</style>
        </head>
        <body>
        <header>
        <a class="brand" href="#top">Northwind contracts</a>
        <input id="search" type="search" placeholder="Search events, fields, units ( / )" aria-label="Search" autocomplete="off">
        </header>
        <div class="frame">
        """
            .formatted(Html.resource("page.css")));
    writeNavigation(parts);
    writeMain(parts);
    out.append(
        """
        </div>
        <script>
        %s</script>
        </body>
        </html>
        """
            .formatted(Html.resource("page.js")));
    return out.toString();
  }

  /// What events are made of, each once: everything they refer to that is no event itself.
  private SortedMap<String, Section> parts() {
    SortedMap<String, Section> parts = new TreeMap<>();
    for (CurrentSchema schema : schemas) {
      for (Section section : SchemaTable.of(schema.json())) {
        if (contracts.event(section.name()).isEmpty()) {
          parts.put(section.name(), section);
        }
      }
    }
    return parts;
  }

  private List<CurrentSchema> on(Topic topic) {
    return schemas.stream()
        .filter(schema -> schema.event().topicConstant().equals(topic.constant()))
        .toList();
  }

  private void writeNavigation(SortedMap<String, Section> parts) {
    out.append("<nav aria-label=\"Contents\">\n");
    for (Topic topic : contracts.topics()) {
      out.append("<section><h2>").append(Html.escape(topic.name())).append("</h2><ul>\n");
      on(topic).forEach(schema -> writeEntry(schema.id().type()));
      out.append("</ul></section>\n");
    }
    out.append("<section><h2>Parts</h2><ul>\n");
    parts.keySet().forEach(this::writeEntry);
    out.append("</ul></section>\n</nav>\n");
  }

  private void writeEntry(String type) {
    out.append("<li>").append(entry(type)).append("</li>\n");
  }

  /// A link to the type, by its name, and by its version from the second on.
  private static String entry(String type) {
    String version = Names.simple(Names.parent(type));
    boolean isFirst = version.equals("v1");
    return Html.link(type, Names.simple(type) + (isFirst ? "" : " " + version));
  }

  private void writeMain(SortedMap<String, Section> parts) {
    out.append("<main id=\"top\">\n<div data-part=\"topics\">\n");
    out.append("<h1>Topics and events</h1>\n");
    out.append(
        """
        <p class="lead">%d topics carry %d events. A record’s value is one CloudEvents 1.0 JSON object, its data proto3 JSON.
        Contracts only grow: readers pass over fields and enum values they do not know, and a field that is absent was not
        said. For tools there is <a href="asyncapi.json">asyncapi.json</a>.</p>
        """
            .formatted(contracts.topics().size(), schemas.size()));
    writeTopics();
    out.append("</div>\n<h2>Events</h2>\n");
    for (Topic topic : contracts.topics()) {
      on(topic).forEach(schema -> out.append(articles.of(schema)));
    }
    out.append("<h2>Parts of events</h2>\n");
    parts.values().forEach(part -> out.append(articles.of(part)));
    out.append("<p class=\"none\" id=\"none\">Nothing here has all these words.</p>\n");
    out.append(
        """
        <footer>Generated from the protobuf files by <code>./northwind contracts docs</code>. What may change in an event, and
        why: <a href="compatibility.md">compatibility.md</a>.</footer>
        </main>
        """);
  }

  private void writeTopics() {
    out.append(
        """
        <div class="scroll"><table>
        <thead><tr><th>Topic</th><th>Key</th><th>Kept</th><th>Written by</th><th>Read by</th><th>Events</th></tr></thead>
        <tbody>
        """);
    for (Topic topic : contracts.topics()) {
      String events =
          on(topic).stream()
              .map(schema -> entry(schema.id().type()))
              .collect(Collectors.joining(", "));
      out.append("<tr id=\"").append(Html.escape(topic.name())).append("\">");
      out.append("<td class=\"name\"><code>")
          .append(Html.escape(topic.name()))
          .append("</code></td>");
      cell("Key", Html.escape(topic.key()));
      cell("Kept", topic.isCompacted() ? "newest of each key" : topic.retentionDays() + " days");
      cell("Written by", Html.escape(String.join(", ", topic.writtenBy())));
      cell("Read by", Html.escape(String.join(", ", topic.readBy())));
      cell("Events", events);
      out.append("</tr>\n");
    }
    out.append("</tbody></table></div>\n");
  }

  private void cell(String label, String html) {
    out.append("<td data-label=\"").append(label).append("\">").append(html).append("</td>");
  }
}
