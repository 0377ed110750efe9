/// Child processes that cannot outlive the JVM that started them.
///
/// ```
/// ChildCommand ──▶ Lifeline (adds setpriv --pdeathsig) ──▶ ChildProcess.start ──▶ the process
/// ```
///
/// The kernel ties a parent-death signal to the *thread* that started the child, so every start
/// goes through one platform thread that lives as long as the JVM. Between the fork and the moment
/// the signal is armed the JVM could die unseen; the child therefore checks its parent once before
/// it becomes the real program.
@NullMarked
package com.northwind.dispatch.localstack.process;

import org.jspecify.annotations.NullMarked;
