/// The real broker and databases for the tests of other modules.
///
/// ```java
/// @ExtendWith(LocalStack.class)
/// class LoadStoreTest {
///   LoadStoreTest(TestDatabase database, LocalBroker broker) { … }
/// }
/// ```
///
/// Broker and server start once per test JVM, when first asked for; each test class gets a database
/// of its own, which is dropped after it. Without the extension, [TestDatabase#fresh()] and
/// [com.northwind.dispatch.localstack.kafka.LocalBroker#shared()] do the same by hand.
@NullMarked
package com.northwind.dispatch.localstack.testing;

import org.jspecify.annotations.NullMarked;
