package com.northwind.dispatch.simulator.testing;

import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet;
import com.northwind.dispatch.contracts.tablet.v1.Hello;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.contracts.tablet.v1.SheetReceipt;
import com.northwind.dispatch.contracts.tablet.v1.TabletServiceGrpc;
import com.northwind.dispatch.contracts.tablet.v1.TabletToGateway;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A gateway's tablet port over TLS: holds the newest sheet of each driver, pushes it, acknowledges
/// what comes up, and misbehaves as told.
public final class ScriptedTabletPort implements AutoCloseable {
  private static final Context.Key<String> TOKEN = Context.key("token");

  private final Server server;
  private final Path caCertificate;
  private final Map<String, RouteSheet> sheets = new ConcurrentHashMap<>();
  private final Map<String, Stream> streams = new ConcurrentHashMap<>();
  private final List<Hello> hellos = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final List<SheetReceipt> receipts = new CopyOnWriteArrayList<>();
  private final List<DriverAction> actions = new CopyOnWriteArrayList<>();
  private final AtomicInteger heartbeats = new AtomicInteger();
  private final AtomicLong longestSilenceNs = new AtomicLong();
  private final AtomicInteger epochs = new AtomicInteger();
  private volatile Consumer<DriverAction> onAction = action -> {};
  private volatile boolean isAcknowledging = true;
  private volatile boolean isPushing = true;
  private volatile int heartbeatIntervalS = 15;

  /// Opens on a free port of the loopback interface with a certificate of its own authority.
  public ScriptedTabletPort() throws Exception {
    X509Bundle authority =
        new CertificateBuilder()
            .subject("CN=Scripted authority")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    X509Bundle certificate =
        new CertificateBuilder()
            .subject("CN=localhost")
            .addSanDnsName("localhost")
            .addSanIpAddress("127.0.0.1")
            .buildIssuedBy(authority);
    this.caCertificate = authority.toTempRootCertPem().toPath();
    this.server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .sslContext(
                GrpcSslContexts.forServer(
                        certificate.toTempCertChainPem(), certificate.toTempPrivateKeyPem())
                    .build())
            .intercept(new TokenReader())
            .addService(new Service())
            .build()
            .start();
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort());
  }

  /// The authority tablets must trust.
  public Path caCertificate() {
    return caCertificate;
  }

  /// Gives the driver a newer sheet, pushed at once when the tablet is connected.
  public void put(RouteSheet sheet) {
    sheets.put(sheet.getDriverId(), sheet);
    Stream stream = streams.get(sheet.getDriverId());
    if (stream != null && isPushing) {
      stream.push(sheet);
    }
  }

  /// Told of each action as it comes up, before it is acknowledged.
  public void onAction(Consumer<DriverAction> listener) {
    onAction = listener;
  }

  /// Whether what comes up is acknowledged.
  public void acknowledge(boolean isWanted) {
    isAcknowledging = isWanted;
  }

  /// Whether sheets go down at all.
  public void push(boolean isWanted) {
    isPushing = isWanted;
  }

  public void heartbeatEvery(int seconds) {
    heartbeatIntervalS = seconds;
  }

  /// Ends the driver's stream with a status as the contract says.
  public void close(String driverId, Status status, String reason, long retryAfterMs) {
    Metadata trailers = new Metadata();
    trailers.put(key("northwind-close-reason"), reason);
    trailers.put(key("northwind-retry-after-ms"), Long.toString(retryAfterMs));
    stream(driverId).close(status, trailers);
  }

  /// Asks the driver's tablet to open a new stream.
  public void move(String driverId, int afterMs) {
    stream(driverId).send(GatewayMessages.move(afterMs));
  }

  /// Acknowledges an action with a refusal.
  public void refuse(String driverId, String actionId, String because) {
    stream(driverId).send(GatewayMessages.actionAck(actionId, because));
  }

  private Stream stream(String driverId) {
    Stream stream = streams.get(driverId);
    if (stream == null) {
      throw new AssertionError("no stream of " + driverId);
    }
    return stream;
  }

  public boolean isConnected(String driverId) {
    return streams.containsKey(driverId);
  }

  public List<Hello> hellos() {
    return List.copyOf(hellos);
  }

  /// What the tablets showed as proof, in the order of their streams.
  public List<String> tokens() {
    return List.copyOf(tokens);
  }

  public List<SheetReceipt> receipts() {
    return List.copyOf(receipts);
  }

  public List<DriverAction> actions() {
    return List.copyOf(actions);
  }

  /// Longest time any stream said nothing, milliseconds.
  public long longestSilenceMs() {
    return longestSilenceNs.get() / 1_000_000;
  }

  public int heartbeats() {
    return heartbeats.get();
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  private static final class TokenReader implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      String token = headers.get(key("authorization"));
      Context context = Context.current().withValue(TOKEN, token == null ? "" : token);
      return Contexts.interceptCall(context, call, headers, next);
    }
  }

  private final class Service extends TabletServiceGrpc.TabletServiceImplBase {
    @Override
    public StreamObserver<TabletToGateway> connect(StreamObserver<GatewayToTablet> down) {
      tokens.add(TOKEN.get());
      return new Stream(down);
    }
  }

  private final class Stream implements StreamObserver<TabletToGateway> {
    private final StreamObserver<GatewayToTablet> down;
    private @Nullable String driverId;
    private boolean isClosed;
    private long lastHeardNs = System.nanoTime();

    Stream(StreamObserver<GatewayToTablet> down) {
      this.down = down;
    }

    synchronized void send(GatewayToTablet message) {
      if (!isClosed) {
        down.onNext(message);
      }
    }

    synchronized void close(Status status, Metadata trailers) {
      if (!isClosed) {
        isClosed = true;
        down.onError(status.asRuntimeException(trailers));
        forget();
      }
    }

    void push(RouteSheet sheet) {
      send(GatewayMessages.sheet(sheet));
    }

    @Override
    public void onNext(TabletToGateway message) {
      long nowNs = System.nanoTime();
      longestSilenceNs.accumulateAndGet(nowNs - lastHeardNs, Math::max);
      lastHeardNs = nowNs;
      switch (message.getMessageCase()) {
        case HELLO -> hello(message.getHello());
        case RECEIPT -> receipt(message.getReceipt());
        case ACTION -> action(message.getAction());
        case HEARTBEAT -> {
          heartbeats.incrementAndGet();
          send(GatewayMessages.heartbeat());
        }
        case MESSAGE_NOT_SET -> throw new AssertionError("an empty message");
      }
    }

    private void hello(Hello hello) {
      driverId = hello.getDriverId();
      hellos.add(hello);
      RouteSheet sheet = sheets.get(hello.getDriverId());
      int revision = sheet == null ? 0 : sheet.getRevision();
      send(GatewayMessages.welcome(epochs.incrementAndGet(), revision, heartbeatIntervalS));
      streams.put(hello.getDriverId(), this);
      if (sheet != null && isPushing && revision > hello.getSheetRevision()) {
        push(sheet);
      }
    }

    private void receipt(SheetReceipt receipt) {
      receipts.add(receipt);
      if (isAcknowledging) {
        send(GatewayMessages.receiptAck(receipt));
      }
    }

    private void action(DriverAction action) {
      actions.add(action);
      onAction.accept(action);
      if (isAcknowledging) {
        send(GatewayMessages.actionAck(action.getActionId(), ""));
      }
    }

    @Override
    public void onError(Throwable failure) {
      forget();
    }

    @Override
    public synchronized void onCompleted() {
      forget();
      if (!isClosed) {
        isClosed = true;
        down.onCompleted();
      }
    }

    private void forget() {
      String driver = driverId;
      if (driver != null) {
        streams.remove(driver, this);
      }
    }
  }
}
