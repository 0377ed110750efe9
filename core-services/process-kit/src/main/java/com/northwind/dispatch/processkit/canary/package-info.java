/// Watching whether a process keeps the contracts it writes.
///
/// [ContractCanary] looks at a share of the events a process emits, all of them in tests, and
/// counts those that break their contract. It never holds one back: what must not leave is stopped
/// where it is made.
@NullMarked
package com.northwind.dispatch.processkit.canary;

import org.jspecify.annotations.NullMarked;
