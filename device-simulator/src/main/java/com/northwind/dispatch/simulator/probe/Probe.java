package com.northwind.dispatch.simulator.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/// Says one bad thing to the ELD port over a plain socket and reports what comes back.
public final class Probe {
  private Probe() {}

  /// What the gateway did.
  ///
  /// @param answerHex all bytes it sent, as hexadecimal digits; empty for none
  /// @param end how the connection stood when the patience was over
  /// @param afterMs milliseconds from connecting to that end
  public record Result(String answerHex, End end, long afterMs) {}

  /// How a probe's connection ends.
  public enum End {
    /// The gateway closed it.
    CLOSED,
    /// The gateway reset it.
    RESET,
    /// The gateway left it open for as long as we were patient.
    STILL_OPEN
  }

  /// Commits `fault` at `gateway`.
  ///
  /// @param imei a unit the gateway knows, for faults that come after a login
  /// @param patience how long to wait for an answer, each time
  /// @throws IOException when no connection can be opened
  public static Result commit(
      Fault fault, InetSocketAddress gateway, String imei, Duration patience) throws IOException {
    try (Socket socket = new Socket()) {
      int patienceMs = Math.toIntExact(patience.toMillis());
      socket.connect(gateway, patienceMs);
      socket.setSoTimeout(patienceMs);
      long beganNs = System.nanoTime();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      End end;
      try {
        socket.getOutputStream().write(fault.first(imei));
        byte[] then = fault.then(Instant.now());
        if (then.length > 0 && readOne(socket.getInputStream(), answer)) {
          socket.getOutputStream().write(then);
        }
        end = readToEnd(socket.getInputStream(), answer);
      } catch (SocketTimeoutException e) {
        end = End.STILL_OPEN;
      } catch (SocketException e) {
        end = End.RESET;
      }
      String hex = HexFormat.of().formatHex(answer.toByteArray());
      return new Result(hex, end, Duration.ofNanos(System.nanoTime() - beganNs).toMillis());
    }
  }

  private static boolean readOne(InputStream in, ByteArrayOutputStream answer) throws IOException {
    int octet = in.read();
    if (octet >= 0) {
      answer.write(octet);
    }
    return octet >= 0;
  }

  private static End readToEnd(InputStream in, ByteArrayOutputStream answer) throws IOException {
    while (readOne(in, answer)) {
      if (answer.size() >= 4096) {
        return End.STILL_OPEN;
      }
    }
    return End.CLOSED;
  }
}
