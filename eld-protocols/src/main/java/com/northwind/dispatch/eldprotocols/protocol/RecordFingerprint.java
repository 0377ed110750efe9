package com.northwind.dispatch.eldprotocols.protocol;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What makes a record this record and no other: the bytes the device sent for it.
///
/// A device that missed its acknowledgement sends the same record again, on another connection,
/// next to other records, perhaps after the gateway learned to read more of it. The bytes of the
/// record alone stay the same, so they, and neither the packet nor the decoded fields nor any clock
/// of ours, make the fingerprint.
///
/// @param hash the first 64 bits of SHA-256 over the record's bytes
public record RecordFingerprint(long hash) {

  /// The id of the event that carries the record: the same for a record that is sent again.
  ///
  /// Device, time by the device's clock in milliseconds since 1970, and hash, e.g.
  /// `ELD-0001:1617879146000:9f86d081884c7d65`; readable, because people look for it in topics.
  ///
  /// @param deviceId directory id of the device
  /// @param telemetry the record, before or after the receiver filled in its own fields
  public String recordId(String deviceId, Telemetry telemetry) {
    Timestamp time = telemetry.getDeviceTime();
    long millis = time.getSeconds() * 1_000 + time.getNanos() / 1_000_000;
    return deviceId + ':' + millis + ':' + HexFormat.of().toHexDigits(hash);
  }

  /// Takes fingerprints. For use by one thread at a time.
  public static final class Taker {
    private final MessageDigest sha256 = sha256();

    /// The fingerprint of `length` bytes of `buffer` from `index`.
    public RecordFingerprint take(ByteBuf buffer, int index, int length) {
      sha256.update(buffer.nioBuffer(index, length));
      return new RecordFingerprint(ByteBuffer.wrap(sha256.digest()).getLong());
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }
}
