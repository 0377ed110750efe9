package com.northwind.dispatch.tabletpush.session;

import com.northwind.dispatch.tabletpush.time.PushTimer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Empties the gateway: admits nobody, asks the tablets to move wave by wave, and ends those that
/// stay.
///
/// Waves are a quarter of a second apart over the first three fifths of the window; within its wave
/// each tablet is given its own moment. Who has not left two fifths of the window after its wave is
/// closed, so the last one goes as the window ends.
public final class Drain {
  private static final Duration WAVE = Duration.ofMillis(250);

  private final TabletSessions sessions;
  private final PushTimer timer;
  private final CompletableFuture<DrainReport> done = new CompletableFuture<>();
  private volatile int asked;

  /// What a drain came to.
  ///
  /// @param asked streams there were
  /// @param leftBehind streams that were still there when the window ended, and were closed then
  public record DrainReport(int asked, int leftBehind) {}

  public Drain(TabletSessions sessions, PushTimer timer) {
    this.sessions = sessions;
    this.timer = timer;
  }

  /// Starts; once.
  ///
  /// @param window how long it may take in all
  /// @return completes when nobody is left, at the latest when the window ends
  public CompletionStage<DrainReport> start(Duration window) {
    sessions.stopAdmitting();
    List<TabletSession> streams = sessions.streams();
    asked = streams.size();
    sessions.whenOneLeft(this::checkEmpty);
    Duration stay = window.multipliedBy(2).dividedBy(5);
    int waves = (int) Math.max(1, window.minus(stay).dividedBy(WAVE));
    for (int wave = 0; wave < waves; wave++) {
      int from = Math.ceilDiv(streams.size() * wave, waves);
      int to = Math.ceilDiv(streams.size() * (wave + 1), waves);
      if (from < to) {
        schedule(streams.subList(from, to), WAVE.multipliedBy(wave), stay);
      }
    }
    timer.after(window, this::finish);
    checkEmpty();
    return done;
  }

  private void schedule(List<TabletSession> wave, Duration at, Duration stay) {
    Runnable move = () -> wave.forEach(session -> session.move(Liveness.jitter(WAVE)));
    if (at.isZero()) {
      move.run();
    } else {
      timer.after(at, move);
    }
    timer.after(at.plus(stay), () -> wave.forEach(session -> session.end(SessionClose.drain())));
  }

  private void checkEmpty() {
    if (sessions.streamCount() == 0) {
      done.complete(new DrainReport(asked, 0));
    }
  }

  private void finish() {
    int left = sessions.streamCount();
    for (TabletSession late : sessions.streams()) {
      late.end(SessionClose.drain());
    }
    done.complete(new DrainReport(asked, left));
  }
}
