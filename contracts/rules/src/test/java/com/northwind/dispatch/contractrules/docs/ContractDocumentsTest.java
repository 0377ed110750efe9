package com.northwind.dispatch.contractrules.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.Checkout;
import com.northwind.dispatch.contractrules.Fixture;
import com.northwind.dispatch.contractrules.Golden;
import com.northwind.dispatch.contractrules.json.JsonText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractDocumentsTest {
  @TempDir private Path root = Path.of("");

  private Checkout checkout;

  @BeforeEach
  void write() {
    checkout = Checkout.released(root, Fixture.depot());
    checkout.put(Fixture.depot().withBooth());
    checkout.run("docs");
  }

  @Test
  void theAsyncApiDocumentIsTheGoldenOne() {
    Golden.check("asyncapi.json", checkout.read(checkout.paths().docs().resolve("asyncapi.json")));
  }

  @Test
  void theDocumentHasWhatAsyncApi3AsksFor() {
    JsonNode document = asyncApi();

    assertEquals("3.0.0", document.path("asyncapi").asText());
    assertTrue(document.at("/info/title").isTextual());
    assertTrue(document.at("/info/version").isTextual());
    for (JsonNode operation : document.path("operations")) {
      assertTrue(Set.of("send", "receive").contains(operation.path("action").asText()));
      assertTrue(operation.at("/channel/$ref").asText().startsWith("#/channels/"));
    }
    assertEquals(6, document.path("operations").size());
    assertEquals(
        "[\"compact\"]",
        document
            .at("/channels/depot.states/bindings/kafka/topicConfiguration/cleanup.policy")
            .toString());
    assertEquals(
        14L * 24 * 3600 * 1000,
        document
            .at("/channels/depot.gates/bindings/kafka/topicConfiguration/retention.ms")
            .asLong());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    JsonNode document = asyncApi();
    List<String> references = new ArrayList<>();
    collect(document, references);

    assertTrue(references.size() > 10);
    for (String reference : references) {
      assertFalse(document.at(reference.substring(1)).isMissingNode(), reference);
    }
  }

  @Test
  void thePageIsOneFileAndItsLinksLeadSomewhere() {
    String page = page();
    Set<String> anchors = matches(page, " id=\"([^\"]+)\"");

    assertEquals(Set.of(), matches(page, "(?:src|href)=\"(https?:[^\"]+)\""));
    assertFalse(page.contains("url("), "no resource of its own");
    Set<String> links = matches(page, "href=\"#([^\"]+)\"");
    assertTrue(links.size() > 5);
    links.removeAll(anchors);
    assertEquals(Set.of(), links);
  }

  @Test
  void thePageTellsFieldsUnitsRangesHistoryAndReplacements() {
    String page = page();

    for (String part :
        List.of(
            "<code>weightKg</code>",
            "<span class=\"unit\">kg</span><span>0 to 60000.5</span>",
            "<span class=\"badge next\">revision 2, not released yet</span>",
            "<span class=\"badge released\">revision 1</span>",
            "<span class=\"badge old\">replaced</span>",
            "<dt>Replaced by</dt><dd><a href=\"#northwind.depot.v2.GateState\">",
            "first</li>",
            "+ /properties/booth",
            "At most one of the members of proof.")) {
      assertTrue(page.contains(part), part);
    }
  }

  @Test
  void wordsCannotBecomeMarkup() {
    checkout.put(
        Fixture.depot()
            .withGates(
                file ->
                    file.getSourceCodeInfoBuilder().getLocationBuilderList().stream()
                        .filter(location -> location.getPathList().equals(List.of(4, 0)))
                        .forEach(
                            location ->
                                location.setLeadingComments("<script>alert(1)</script> & co"))));
    checkout.run("docs");

    assertTrue(page().contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; co"));
    assertEquals(1, page().split("<script>", -1).length - 1);
  }

  @Test
  void theSameContractsMakeTheSameBytes() {
    assertEquals("The documents are current.\n", checkout.run("docs").out());
  }

  private JsonNode asyncApi() {
    return JsonText.parse(checkout.read(checkout.paths().docs().resolve("asyncapi.json")));
  }

  private String page() {
    return checkout.read(checkout.paths().docs().resolve("index.html"));
  }

  private static void collect(JsonNode node, List<String> references) {
    if (node.path("$ref").isTextual()) {
      references.add(node.path("$ref").asText());
    }
    node.forEach(child -> collect(child, references));
  }

  private static Set<String> matches(String text, String pattern) {
    Set<String> found = new HashSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
