package com.northwind.dispatch.eldprotocols.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.teltonika.TeltonikaProtocol;
import com.northwind.dispatch.eldprotocols.testing.CaptureFiles;
import com.northwind.dispatch.eldprotocols.vectors.Conversation;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordFingerprintTest {
  private static final Telemetry TELEMETRY =
      Telemetry.newBuilder()
          .setDeviceTime(Timestamp.newBuilder().setSeconds(1_617_879_146).setNanos(335_000_000))
          .build();

  @Test
  void isTheBeginningOfTheHashOfTheRecordsBytesAlone() {
    ByteBuf abcAmongOthers = Unpooled.wrappedBuffer(new byte[] {9, 'a', 'b', 'c', 9});

    RecordFingerprint fingerprint = new RecordFingerprint.Taker().take(abcAmongOthers, 1, 3);

    assertEquals(0xba7816bf8f01cfeaL, fingerprint.hash());
    assertEquals(0, abcAmongOthers.readerIndex());
  }

  @Test
  void namesTheRecordByDeviceDeviceTimeAndContent() {
    assertEquals(
        "ELD-0001:1617879146335:00000000000000ff",
        new RecordFingerprint(0xFF).recordId("ELD-0001", TELEMETRY));
  }

  @Test
  void theNameDoesNotDependOnWhatTheReceiverFillsIn() {
    Telemetry received =
        TELEMETRY.toBuilder()
            .setDeviceId("ELD-0001")
            .setVehicleId("T-0001")
            .setReceivedTime(Timestamp.newBuilder().setSeconds(1_800_000_000))
            .setBacklog(true)
            .build();

    assertEquals(
        new RecordFingerprint(1).recordId("ELD-0001", TELEMETRY),
        new RecordFingerprint(1).recordId("ELD-0001", received));
    assertNotEquals(
        new RecordFingerprint(1).recordId("ELD-0001", TELEMETRY),
        new RecordFingerprint(1).recordId("ELD-0002", TELEMETRY));
  }

  @Test
  void aRecordThatIsSentAgainKeepsItsNameAndOthersHaveOthers() {
    List<WireBytes> steps =
        CaptureFiles.vectors("teltonika").stream()
            .filter(vector -> vector.id().equals("teltonika-bc23efe56e32"))
            .flatMap(vector -> vector.steps().stream())
            .map(step -> step.stream())
            .toList();

    List<String> first = names(steps);
    List<String> again = names(steps);

    assertEquals(first, again);
    assertEquals(4, first.stream().distinct().count());
  }

  private static List<String> names(List<WireBytes> steps) {
    Conversation conversation = new Conversation(new TeltonikaProtocol().openStream());
    steps.forEach(conversation::feed);
    return conversation.take().said(Conversation.Said.Telemetry.class).stream()
        .map(said -> said.content())
        .map(record -> record.fingerprint().recordId("ELD-0001", record.telemetry()))
        .toList();
  }
}
