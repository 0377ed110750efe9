package com.northwind.dispatch.gateway.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.northwind.dispatch.eldprotocols.frame.Imei;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.teltonika.TeltonikaEncoder;
import com.northwind.dispatch.eldprotocols.teltonika.TeltonikaMessage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// A device at the other end of a real TCP connection: sends bytes and expects bytes, and fails on
/// anything else.
public final class EldSocket implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Socket socket;
  private final InputStream in;

  private EldSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  /// Connects and says nothing.
  public static EldSocket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    return new EldSocket(socket);
  }

  /// Connects and logs in; the gateway must accept.
  public static EldSocket loggedIn(int port, String imei) throws IOException {
    EldSocket device = connect(port);
    device.login(imei);
    device.expect("01");
    return device;
  }

  /// Says who the device is.
  public void login(String imei) throws IOException {
    send(new TeltonikaMessage.Login(new Imei(imei)));
  }

  /// Sends a message.
  public void send(TeltonikaMessage message) throws IOException {
    send(TeltonikaEncoder.encode(message));
  }

  /// Sends bytes as they are.
  public void send(WireBytes bytes) throws IOException {
    socket.getOutputStream().write(bytes.toArray());
    socket.getOutputStream().flush();
  }

  /// Fails unless exactly these bytes come next.
  public void expect(String hex) throws IOException {
    socket.setSoTimeout((int) PATIENCE.toMillis());
    byte[] bytes = in.readNBytes(hex.length() / 2);
    if (bytes.length < hex.length() / 2) {
      throw new EOFException("connection closed, expected " + hex);
    }
    assertEquals(hex, WireBytes.of(bytes).toHex());
  }

  /// Fails unless the gateway acknowledges that many records.
  public void expectAck(int records) throws IOException {
    expect("%08x".formatted(records));
  }

  /// Fails when anything comes, or the connection ends, within the time.
  public void expectNothing(Duration within) throws IOException {
    socket.setSoTimeout((int) within.toMillis());
    try {
      int next = in.read();
      fail(next < 0 ? "the connection was closed" : "the gateway sent " + next);
    } catch (SocketTimeoutException e) {
      // As it should be.
    }
  }

  /// Fails unless the gateway closes the connection, without another byte.
  public void expectClosed() throws IOException {
    socket.setSoTimeout((int) PATIENCE.toMillis());
    try {
      assertEquals(-1, in.read(), "the gateway sent something instead of closing");
    } catch (SocketException e) {
      // A reset is a close, too: the gateway had not read everything.
    }
  }

  /// Goes away in good order.
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
