package com.northwind.dispatch.localstack.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalStack.class)
class LocalStackTest {

  @Test
  void theSharedBrokerHasEveryTopicOfTheCatalogue(LocalBroker broker) throws Exception {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
      Set<String> names = admin.listTopics().names().get();
      Topics.all().forEach(topic -> assertTrue(names.contains(topic.name()), topic.name()));
    }
  }

  @Test
  void aTestClassHasOneDatabaseOfItsOwn(TestDatabase first, TestDatabase second)
      throws SQLException {
    try (var connection = first.connect();
        var statement = connection.createStatement()) {
      statement.execute("create table seen (id int)");
    }
    assertEquals(first, second);
    try (TestDatabase other = TestDatabase.fresh();
        var connection = other.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select to_regclass('seen') is null")) {
      assertTrue(rows.next());
      assertTrue(rows.getBoolean(1));
    }
  }

  @Test
  void commitsAreDurable(TestDatabase database) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select current_setting('fsync'), current_setting('synchronous_commit')")) {
      assertTrue(rows.next());
      assertEquals("on", rows.getString(1));
      assertEquals("on", rows.getString(2));
    }
  }
}
