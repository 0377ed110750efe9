/// Runs the whole system on one machine: each process a child of its own, restarted when it dies.
///
/// ```
/// StackHome     where files are            Endpoint, StackPorts   who listens where
///       └────────┬──────────────────────────────┘
///            StackPlan     every process as a ProcessSpec: infrastructure first, then services
///                └─▶ Supervisor ──▶ ManagedProcess (one per spec: start, ready, restart, stop)
///                       └─▶ StateFile   what runs where, for `status`, `topic` and the demo
/// ```
///
/// One supervisor at a time owns a [StackHome], by [InstanceLock]. When it dies, however that
/// happens, every child dies with it.
@NullMarked
package com.northwind.dispatch.localstack.supervisor;

import org.jspecify.annotations.NullMarked;
