package com.northwind.dispatch.tabletpush.fake;

import com.northwind.dispatch.contracts.tablet.v1.ActionAck;
import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet;
import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet.MessageCase;
import com.northwind.dispatch.contracts.tablet.v1.Move;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptAck;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.contracts.tablet.v1.Welcome;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a [FakeTablet] got, and how its stream ended. Thread-safe.
///
/// `await…` gives what has come or comes within ten seconds, and fails with all that came
/// otherwise.
public abstract class TabletInbox {
  private static final Metadata.Key<String> REASON =
      Metadata.Key.of("northwind-close-reason", Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> RETRY_AFTER_MS =
      Metadata.Key.of("northwind-retry-after-ms", Metadata.ASCII_STRING_MARSHALLER);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final String name;
  private final List<GatewayToTablet> received = new ArrayList<>();
  private @Nullable Closed closed;

  /// @param name who fails when an await does
  TabletInbox(String name) {
    this.name = name;
  }

  /// How the gateway ended the stream.
  ///
  /// @param reason the trailer's reason, such as `REPLACED`; empty without one
  /// @param retryAfterMs the trailer's hint; -1 without one
  public record Closed(Status status, String reason, long retryAfterMs) {}

  final synchronized void add(GatewayToTablet message) {
    received.add(message);
    notifyAll();
  }

  final synchronized void end(Status status, Metadata trailers) {
    String reason = trailers.get(REASON);
    String retryAfter = trailers.get(RETRY_AFTER_MS);
    closed =
        new Closed(
            status,
            reason == null ? "" : reason,
            retryAfter == null ? -1 : Long.parseLong(retryAfter));
    notifyAll();
  }

  /// All that came, oldest first.
  public synchronized List<GatewayToTablet> received() {
    return List.copyOf(received);
  }

  /// Revisions of the sheets that came, oldest first.
  public List<Integer> sheetRevisions() {
    return received().stream()
        .filter(GatewayToTablet::hasRouteSheet)
        .map(message -> message.getRouteSheet().getRevision())
        .toList();
  }

  /// Kinds of the messages that came, oldest first.
  public List<MessageCase> kinds() {
    return received().stream().map(GatewayToTablet::getMessageCase).toList();
  }

  /// Whether the stream has ended.
  public synchronized boolean isClosed() {
    return closed != null;
  }

  public Welcome awaitWelcome() {
    return await("Welcome", GatewayToTablet::hasWelcome).getWelcome();
  }

  public RouteSheet awaitSheet(int revision) {
    return await(
            "sheet " + revision,
            it -> it.hasRouteSheet() && it.getRouteSheet().getRevision() == revision)
        .getRouteSheet();
  }

  public void awaitCaughtUp() {
    var _ = await("CaughtUp", GatewayToTablet::hasCaughtUp);
  }

  public ActionAck awaitActionAck(String actionId) {
    return await(
            "ack of " + actionId,
            it -> it.hasActionAck() && it.getActionAck().getActionId().equals(actionId))
        .getActionAck();
  }

  public ReceiptAck awaitReceiptAck(int revision, ReceiptStage stage) {
    return await(
            "ack of " + stage + " " + revision,
            it ->
                it.hasReceiptAck()
                    && it.getReceiptAck().getRevision() == revision
                    && it.getReceiptAck().getStage() == stage)
        .getReceiptAck();
  }

  public Move awaitMove() {
    return await("Move", GatewayToTablet::hasMove).getMove();
  }

  public Closed awaitClosed() {
    return awaitSome("the stream's end", tablet -> Optional.ofNullable(tablet.closed));
  }

  /// Returns once Hello was answered, by Welcome or by the stream's end.
  public void awaitAnswered() {
    var _ =
        awaitSome(
            "Welcome or the stream's end",
            it ->
                it.closed != null || it.received.stream().anyMatch(GatewayToTablet::hasWelcome)
                    ? Optional.of(it)
                    : Optional.empty());
  }

  /// The first message that fits.
  public GatewayToTablet await(String what, Predicate<GatewayToTablet> fits) {
    return awaitSome(what, tablet -> tablet.received.stream().filter(fits).findFirst());
  }

  private synchronized <T> T awaitSome(String what, Function<TabletInbox, Optional<T>> find) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      Optional<T> found = find.apply(this);
      if (found.isPresent()) {
        return found.get();
      }
      long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (millis <= 0) {
        throw new AssertionError(
            name + " waited for " + what + ", got " + received + ", closed " + closed);
      }
      try {
        wait(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting for " + what, e);
      }
    }
  }
}
