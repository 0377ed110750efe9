package com.northwind.dispatch.servicekit.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Problem;
import com.northwind.dispatch.processkit.http.ProblemException;
import com.northwind.dispatch.servicekit.database.MigratedDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
class CommandsTest {
  private final MigratedDatabase database;
  private final Commands commands;

  CommandsTest(TestDatabase testDatabase) {
    database = MigratedDatabase.in(testDatabase);
    commands = new Commands(database.transactions(), Clock.systemUTC());
  }

  @BeforeEach
  void table() throws SQLException {
    database
        .transactions()
        .run(
            tx -> {
              tx.sql("create table if not exists done (what text)").update();
              tx.sql("delete from done").update();
            });
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aRepeatedCommandIsDoneOnceAndAnsweredTheSame() throws SQLException {
    Command command = command(UUID.randomUUID().toString(), "a");

    HttpResponse first = run(command, 201);
    HttpResponse second = run(command, 500);

    assertEquals(201, first.status());
    assertEquals(201, second.status());
    assertEquals(1, done());
  }

  @Test
  void anIdUsedForOtherContentIsRefused() throws SQLException {
    String id = UUID.randomUUID().toString();
    run(command(id, "a"), 201);

    assertEquals(409, run(command(id, "b"), 201).status());
    assertEquals(409, run(Command.of(id, "elsewhere", Map.of("what", "a")), 201).status());
    assertEquals(1, done());
  }

  @Test
  void ofEqualCommandsAtTheSameTimeOneIsDone() throws Exception {
    Command command = command(UUID.randomUUID().toString(), "a");
    List<Future<HttpResponse>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        answers.add(threads.submit(() -> run(command, 201)));
      }
    }

    for (Future<HttpResponse> answer : answers) {
      assertEquals(201, answer.get().status());
    }
    assertEquals(1, done());
  }

  @Test
  void aRequestThatIsWrongInItselfLeavesNothingAndMayBeCorrected() throws SQLException {
    Command command = command(UUID.randomUUID().toString(), "a");
    assertThrows(
        ProblemException.class,
        () ->
            commands.run(
                command,
                tx -> {
                  tx.sql("insert into done values ('half')").update();
                  throw Problem.at("/x", "wrong", "Wrong", "wrong").asException();
                }));
    assertEquals(0, done());

    assertEquals(201, run(command, 201).status());
  }

  @Test
  void aRefusalIsAnAnswerThatIsKept() throws SQLException {
    Command command = command(UUID.randomUUID().toString(), "a");
    Problem held = Problem.of(409, "held", "Held", "held by another");
    commands.run(command, tx -> Answer.refused(held));

    assertEquals(409, run(command, 201).status());
    assertEquals(0, done());
  }

  @Test
  void aCommandWithoutAnIdIsRefused() {
    assertEquals(
        "/commandId",
        assertThrows(ProblemException.class, () -> Command.of(" ", "x", Map.of()))
            .problem()
            .pointer());
    assertThrows(ProblemException.class, () -> Command.of(null, "x", Map.of()));
    assertThrows(ProblemException.class, () -> Command.of("x".repeat(101), "x", Map.of()));
  }

  private static Command command(String id, String what) {
    return Command.of(id, "do", Map.of("what", what));
  }

  private HttpResponse run(Command command, int status) throws SQLException {
    return commands.run(
        command,
        tx -> {
          tx.sql("insert into done values ('once')").update();
          return Answer.json(status, Map.of("done", true));
        });
  }

  private long done() throws SQLException {
    return database
        .transactions()
        .call(tx -> tx.sql("select count(*) as n from done").one(row -> row.getLong("n")));
  }
}
