/// How a process starts, waits, and stops in the reverse order of its start.
///
/// [ProcessMain] is the last line of every `Main`; [ProcessLifecycle] owns the parts;
/// [ProcessState] is where it stands.
@NullMarked
package com.northwind.dispatch.processkit.lifecycle;

import org.jspecify.annotations.NullMarked;
