/// Real PostgreSQL servers from the binaries that Maven fetches.
///
/// ```
/// PostgresInstallation   programs, unpacked once; a template of a data directory, made once
///   └─▶ PostgresDirectory    one server's files: a copy of the template, and the command to run it
///         └─▶ LocalPostgres      a running server, for tests
/// ```
///
/// Commits are durable (`fsync` is on). As root the server runs inside a user namespace, because
/// PostgreSQL refuses to be root.
@NullMarked
package com.northwind.dispatch.localstack.postgres;

import org.jspecify.annotations.NullMarked;
