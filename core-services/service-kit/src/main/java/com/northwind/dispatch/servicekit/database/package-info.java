/// A service's PostgreSQL: its connections, its transactions, its tables.
/// - [DatabaseSettings] says where it is.
/// - [Database] is the pool. It opens before the server does, fails fast while the server is away,
///   and recovers by itself.
/// - [Migrations] bring the tables up to date, waiting for the server if need be.
/// - [Transactions] runs work in one [Transaction] and repeats what the server asks to be repeated.
/// - [Statement] is one SQL statement with its parameters, run now or, for a write whose result
///   nobody needs, together with the next one; [Columns] reads what JDBC has no getter for.
/// - [SqlFailure] sorts errors into kinds an operator can count, [DatabaseProblems] into answers a
///   caller of a REST API understands.
@NullMarked
package com.northwind.dispatch.servicekit.database;

import org.jspecify.annotations.NullMarked;
