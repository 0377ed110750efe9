/// Everything of Northwind Dispatch on one machine: a real broker, real databases, every process.
///
/// | package | what it holds |
/// |---|---|
/// | `process` | child processes that cannot outlive the JVM that started them, and free ports |
/// | `kafka` | [com.northwind.dispatch.localstack.kafka.LocalBroker], a single KRaft node |
/// | `postgres` | [com.northwind.dispatch.localstack.postgres.LocalPostgres], a PostgreSQL server |
/// | `testing` | the JUnit extension: one broker and one server per test run, fresh databases |
@NullMarked
package com.northwind.dispatch.localstack;

import org.jspecify.annotations.NullMarked;
