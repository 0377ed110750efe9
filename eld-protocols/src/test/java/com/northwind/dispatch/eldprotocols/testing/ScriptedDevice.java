package com.northwind.dispatch.eldprotocols.testing;

import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// A device on a real socket that follows a script: send this, expect that, and fail on anything
/// else. Each expectation waits at most the patience given.
public final class ScriptedDevice implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  private ScriptedDevice(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /// Connects to a listener.
  public static ScriptedDevice connect(InetSocketAddress listener, Duration patience) {
    try {
      Socket socket = new Socket();
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
      socket.connect(listener, Math.toIntExact(patience.toMillis()));
      return new ScriptedDevice(socket);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot connect to " + listener, e);
    }
  }

  /// Sends bytes in one write.
  public ScriptedDevice send(WireBytes bytes) {
    try {
      out.write(bytes.toArray());
      out.flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("the connection took no more bytes", e);
    }
  }

  /// Sends bytes one write each.
  public ScriptedDevice sendByteByByte(WireBytes bytes) {
    for (byte each : bytes.toArray()) {
      send(WireBytes.of(each));
    }
    return this;
  }

  /// Waits for exactly these bytes.
  public ScriptedDevice expect(WireBytes expected) {
    WireBytes received = receive(expected.length());
    if (!received.equals(expected)) {
      throw new AssertionError("expected " + expected + ", received " + received);
    }
    return this;
  }

  /// Waits for `length` bytes, whatever they are.
  public WireBytes receive(int length) {
    try {
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw new AssertionError(
            "the connection ended after "
                + WireBytes.of(bytes)
                + ", expected "
                + length
                + " bytes");
      }
      return WireBytes.of(bytes);
    } catch (SocketTimeoutException e) {
      throw new AssertionError("no answer of " + length + " bytes in time", e);
    } catch (IOException e) {
      throw new AssertionError("the connection broke, expected " + length + " bytes", e);
    }
  }

  /// Waits for the other side to close without sending anything more.
  public void expectClosed() {
    try {
      int next = in.read();
      if (next >= 0) {
        throw new AssertionError("expected the end, received byte %02x".formatted(next));
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the connection was not closed in time", e);
    } catch (IOException e) {
      // A reset ends a connection too.
    }
  }

  /// Ends the device's side of the conversation; what the other side still says can be read.
  public void hangUp() {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot hang up", e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close", e);
    }
  }
}
