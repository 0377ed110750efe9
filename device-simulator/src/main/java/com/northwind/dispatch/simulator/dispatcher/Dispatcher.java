package com.northwind.dispatch.simulator.dispatcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.simulator.journal.Journal;
import com.northwind.dispatch.simulator.journal.JournalEntry;
import com.northwind.dispatch.simulator.journal.JournalEntry.CommandAnswered;
import com.northwind.dispatch.simulator.journal.JournalEntry.CommandSent;
import com.northwind.dispatch.simulator.ledger.AssignmentKey;
import com.northwind.dispatch.simulator.ledger.AssignmentLedger;
import com.northwind.dispatch.simulator.link.Backoff;
import com.northwind.dispatch.simulator.link.DeviceLoop;
import com.northwind.dispatch.simulator.measure.RunClock;
import java.util.LinkedHashMap;
import java.util.Map;

/// One dispatcher: acts once each second of the run, whether or not the last action is answered (an
/// open model), and repeats a command with the same id until it is. Confined to one event loop,
/// apart from the methods that say otherwise.
final class Dispatcher {
  private final int number;
  private final String actor;
  private final DispatcherPlan plan;
  private final CommandWriter writer;
  private final LoadPool pool;
  private final PlanningClient planning;
  private final AssignmentLedger ledger;
  private final DispatcherCounts counts;
  private final Journal journal;
  private final Backoff backoff;
  private final RunClock clock;
  private final DeviceLoop loop;

  /// Commands without an answer, by id.
  private final Map<String, CommandSent> pending = new LinkedHashMap<>();

  private int nextStep;
  private long beganUs;
  private long quietFromUs;
  private long endUs;
  private boolean isOff;

  Dispatcher(
      int number,
      DispatcherPlan plan,
      CommandWriter writer,
      LoadPool pool,
      PlanningClient planning,
      AssignmentLedger ledger,
      DispatcherCounts counts,
      Journal journal,
      Backoff backoff,
      RunClock clock,
      DeviceLoop loop) {
    this.number = number;
    this.actor = "dispatcher-" + (number + 1);
    this.plan = plan;
    this.writer = writer;
    this.pool = pool;
    this.planning = planning;
    this.ledger = ledger;
    this.counts = counts;
    this.journal = journal;
    this.backoff = backoff;
    this.clock = clock;
    this.loop = loop;
  }

  /// Starts work: repeats what an earlier process left unanswered, then acts each second until
  /// `endUs`; from `quietFromUs` on nothing is assigned or taken away. Safe from any thread.
  void begin(long runBeganUs, long quietUs, long runEndUs) {
    loop.execute(
        () -> {
          beganUs = runBeganUs;
          quietFromUs = quietUs;
          endUs = runEndUs;
          pending.values().forEach(this::attempt);
          // After a restart the seconds that passed meanwhile are not made up for.
          long passed = Math.floorDiv(clock.nowUs() - runBeganUs, 1_000_000L);
          nextStep = Math.max(nextStep, Math.toIntExact(Math.max(0, passed)));
          scheduleNext();
        });
  }

  private void scheduleNext() {
    int step = nextStep++;
    DispatcherPlan.Step planned = plan.step(step);
    long dueUs = beganUs + step * 1_000_000L + planned.offsetMs() * 1000L;
    if (dueUs >= endUs) {
      return;
    }
    loop.afterUs(
        Math.max(0, dueUs - clock.nowUs()),
        () -> {
          if (!isOff) {
            act(step, planned, dueUs);
            scheduleNext();
          }
        });
  }

  private void act(int step, DispatcherPlan.Step planned, long dueUs) {
    boolean isQuiet = dueUs >= quietFromUs;
    switch (writer.write(step, planned, dueUs, isQuiet)) {
      case CommandWriter.Command(CommandSent command) -> {
        journal.append(command);
        sent(command);
        attempt(command);
      }
      case CommandWriter.Read(Act act, String path) -> {
        counts.pending.incrementAndGet();
        read(step, act, path, dueUs);
      }
    }
  }

  // ---- reads

  private void read(int step, Act act, String path, long dueUs) {
    planning.get(
        path,
        actor,
        outcome ->
            loop.execute(
                () -> {
                  switch (outcome) {
                    case PlanningClient.Answered answer when !isBusy(answer) -> {
                      counts.pending.decrementAndGet();
                      CommandAnswered entry =
                          new CommandAnswered(
                              number,
                              step,
                              act.name(),
                              "",
                              answer.status(),
                              0,
                              dueUs,
                              clock.nowUs());
                      journal.append(entry);
                      counts.answered(act, answer.status(), entry.atUs() - dueUs);
                    }
                    case PlanningClient.Answered answer ->
                        again(
                            "http-" + answer.status(),
                            answer.retryAfterMs(),
                            () -> read(step, act, path, dueUs));
                    case PlanningClient.Unanswered(String kind) ->
                        again(kind, -1, () -> read(step, act, path, dueUs));
                  }
                }));
  }

  // ---- commands

  /// What changes when a command goes out.
  private void sent(CommandSent command) {
    pending.put(command.commandId(), command);
    counts.pending.incrementAndGet();
    nextStep = Math.max(nextStep, command.step() + 1);
    switch (Act.valueOf(command.act())) {
      case CREATE -> pool.entered(command.loadId(), command.driverId());
      case ASSIGN -> {
        pool.taken(command.loadId());
        ledger.asked(command.driverId());
      }
      case UNASSIGN, CANCEL -> {
        pool.taken(command.loadId());
        ledger.withdrawalAsked(command.loadId());
      }
      case LIST, VIEW -> {}
    }
  }

  private void attempt(CommandSent command) {
    planning.post(
        command.path(),
        actor,
        command.body(),
        outcome ->
            loop.execute(
                () -> {
                  switch (outcome) {
                    case PlanningClient.Answered answer when !isBusy(answer) ->
                        answer(command, answer);
                    case PlanningClient.Answered answer ->
                        again(
                            "http-" + answer.status(),
                            answer.retryAfterMs(),
                            () -> attempt(command));
                    case PlanningClient.Unanswered(String kind) ->
                        again(kind, -1, () -> attempt(command));
                  }
                }));
  }

  /// The planning cannot say now; another attempt may get an answer.
  private static boolean isBusy(PlanningClient.Answered answer) {
    return answer.status() >= 500 || answer.status() == 429;
  }

  private void again(String kind, long retryAfterMs, Runnable attempt) {
    counts.errors.add(kind);
    if (isOff) {
      return;
    }
    counts.retries.increment();
    long waitMs = backoff.nextMs(0);
    loop.after(retryAfterMs >= 0 ? retryAfterMs : waitMs, attempt);
  }

  private void answer(CommandSent command, PlanningClient.Answered answer) {
    if (!pending.containsKey(command.commandId())) {
      return;
    }
    backoff.reset();
    JsonNode no = answer.body().path("assignmentNo");
    CommandAnswered entry =
        new CommandAnswered(
            number,
            command.step(),
            command.act(),
            command.commandId(),
            answer.status(),
            no.asInt(0),
            command.intendedUs(),
            clock.nowUs());
    journal.append(entry);
    answered(entry);
  }

  /// What changes when a command is answered.
  private void answered(CommandAnswered entry) {
    CommandSent command = pending.remove(entry.commandId());
    if (command == null) {
      return;
    }
    counts.pending.decrementAndGet();
    Act act = Act.valueOf(entry.act());
    counts.answered(act, entry.status(), entry.atUs() - entry.intendedUs());
    boolean isDone = entry.status() < 300;
    String loadId = command.loadId();
    switch (act) {
      case CREATE -> {
        if (isDone) {
          pool.becameAvailable(loadId);
        }
      }
      case ASSIGN -> {
        if (isDone) {
          AssignmentKey key = new AssignmentKey(loadId, entry.assignmentNo());
          ledger.confirmed(key, command.driverId(), command.sentUs());
          pool.given(loadId);
        } else {
          ledger.refused(command.driverId());
          pool.gone(loadId);
        }
      }
      case UNASSIGN -> {
        ledger.withdrawalAnswered(loadId, isDone);
        if (isDone) {
          pool.becameAvailable(loadId);
        }
      }
      case CANCEL -> {
        ledger.withdrawalAnswered(loadId, isDone);
        pool.gone(loadId);
      }
      case LIST, VIEW -> {}
    }
  }

  /// Stops at once: no more actions and no more attempts. Safe from any thread.
  void stop() {
    loop.execute(() -> isOff = true);
  }

  /// Begins nothing new from now on; what is unanswered is still repeated. Safe from any thread.
  void finish() {
    loop.execute(() -> endUs = 0);
  }

  /// Takes back what an earlier process remembered; before [#begin].
  void restore(JournalEntry.OfDispatcher entry) {
    switch (entry) {
      case CommandSent command -> sent(command);
      case CommandAnswered answer when answer.commandId().isEmpty() ->
          counts.answered(
              Act.valueOf(answer.act()), answer.status(), answer.atUs() - answer.intendedUs());
      case CommandAnswered answer -> answered(answer);
    }
  }
}
