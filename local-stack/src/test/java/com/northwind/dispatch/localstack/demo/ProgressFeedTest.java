package com.northwind.dispatch.localstack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressFeedTest {

  @TempDir Path directory;

  @Test
  void ratesComeFromTheLinesOfTheLastSeconds() throws IOException {
    ProgressFeed feed = new ProgressFeed(log());
    write("starting ...\n{\"t\": 1.0, \"elds\": {\"records_acked\": 10}}\n");
    feed.refresh();
    assertEquals(0, feed.perSecond("elds", "records_acked"));

    write("{\"t\": 3.0, \"elds\": {\"records_acked\": 50}}\n");
    feed.refresh();

    assertEquals(20, feed.perSecond("elds", "records_acked"));
    assertEquals(1200, feed.perMinute("elds", "records_acked"));
  }

  @Test
  void aLineThatIsNotWholeYetWaitsForItsRest() throws IOException {
    ProgressFeed feed = new ProgressFeed(log());
    write("{\"t\": 1.0, \"phase\": \"run");
    feed.refresh();
    assertEquals("starting", feed.now().phase());

    write("ning\"}\n");
    feed.refresh();

    assertEquals("running", feed.now().phase());
  }

  @Test
  void withoutALogNothingIsKnown() throws IOException {
    ProgressFeed feed = new ProgressFeed(log());
    feed.refresh();

    assertTrue(OneLine.of(feed, 2).endsWith("lost 0  restarts 2"));
  }

  private Path log() {
    return directory.resolve("device-simulator.log");
  }

  private void write(String text) throws IOException {
    Files.writeString(log(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
