package com.northwind.dispatch.tabletpush.mailbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheetLoad;
import com.northwind.dispatch.tabletpush.mailbox.MailboxEntry.CaughtUp;
import com.northwind.dispatch.tabletpush.mailbox.MailboxEntry.RouteSheetItem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The state lane and reading it.
class MailboxTest {
  private final Mailbox mailbox = new Mailbox();

  private static SheetFrame sheet(int revision) {
    return SheetFrame.of(
        RouteSheet.newBuilder().setDriverId("D-0001").setRevision(revision).build());
  }

  private static long revision(Optional<MailboxEntry> entry) {
    return assertInstanceOf(RouteSheetItem.class, entry.orElseThrow()).sheet().revision();
  }

  @Test
  void theNewestRevisionWinsInWhateverOrderTheyCome() {
    List<Integer> revisions = new ArrayList<>();
    for (int revision = 1; revision <= 100; revision++) {
      revisions.add(revision);
      revisions.add(revision);
    }
    Collections.shuffle(revisions, new Random(7));

    revisions.forEach(revision -> mailbox.offer(sheet(revision)));

    assertEquals(100, mailbox.state().newestRevision());
    assertFalse(mailbox.offer(sheet(100)));
  }

  @Test
  void readsTheNewestSheetAndThenCaughtUpOnce() {
    mailbox.offer(sheet(1));
    MailboxEntries entries = mailbox.entries(0);
    mailbox.offer(sheet(2));

    assertEquals(2, revision(entries.next()));
    assertTrue(entries.hasNext());
    assertInstanceOf(CaughtUp.class, entries.next().orElseThrow());
    assertFalse(entries.hasNext());
    assertEquals(Optional.empty(), entries.next());

    mailbox.offer(sheet(3));
    assertEquals(3, revision(entries.next()));
    assertEquals(Optional.empty(), entries.next());
    assertEquals(3, entries.haveRevision());
  }

  @Test
  void aTabletThatHasMoreThanTheGatewayGetsNothingOlder() {
    mailbox.offer(sheet(5));
    MailboxEntries entries = mailbox.entries(7);
    mailbox.offer(sheet(6));

    assertInstanceOf(CaughtUp.class, entries.next().orElseThrow());
    assertEquals(Optional.empty(), entries.next());
  }

  @Test
  void aConfirmationIsCountedOnceAndAnOlderOneNotAtAll() {
    mailbox.offer(sheet(2));
    mailbox.sent(sheet(2), "TAB-0001", 100);

    assertEquals(OptionalLong.empty(), mailbox.acknowledge(1, 110));
    assertEquals(OptionalLong.of(30), mailbox.acknowledge(2, 130));
    assertEquals(OptionalLong.empty(), mailbox.acknowledge(2, 150));
  }

  @Test
  void anUnconfirmedSheetKeepsTheAgeOfTheOldest() {
    mailbox.sent(sheet(1), "TAB-0001", 100);
    mailbox.sent(sheet(2), "TAB-0002", 500);

    assertEquals(
        Optional.of(new Unconfirmed(2, "TAB-0002", 100, 500)), mailbox.state().unconfirmed());
  }

  @Test
  void theFrameIsTheMessageByteForByte() throws IOException {
    RouteSheet.Builder builder = RouteSheet.newBuilder().setDriverId("D-0001").setRevision(3);
    for (int loads : new int[] {0, 1, 10, 1_000}) {
      while (builder.getLoadsCount() < loads) {
        builder.addLoads(RouteSheetLoad.newBuilder().setLoadId("L-" + builder.getLoadsCount()));
      }
      RouteSheet sheet = builder.build();
      byte[] expected = GatewayToTablet.newBuilder().setRouteSheet(sheet).build().toByteArray();

      ByteArrayOutputStream written = new ByteArrayOutputStream();
      SheetFrame.of(sheet).writeTo(written);
      byte[] read = SheetFrame.of(3, sheet.toByteArray()).read().readAllBytes();

      assertArrayEquals(expected, written.toByteArray());
      assertArrayEquals(expected, read);
      assertEquals(expected.length, SheetFrame.of(sheet).sizeBytes());
    }
  }

  @Test
  void aSheetWithoutARevisionIsRefused() {
    RouteSheet without = RouteSheet.newBuilder().setDriverId("D-0001").build();

    assertThrows(IllegalArgumentException.class, () -> SheetFrame.of(without));
  }
}
