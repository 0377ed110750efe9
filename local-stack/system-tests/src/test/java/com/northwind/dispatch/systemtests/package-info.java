/// Stories about the whole system, told with its built jars: the processes are the ones that users
/// run, started by the demo, on a directory of their own.
///
/// [RunningDemo] is the demo as a process of its own. It needs the modules' jars, so these tests
/// run in a build that packages them first (`./northwind verify`).
@NullMarked
package com.northwind.dispatch.systemtests;

import org.jspecify.annotations.NullMarked;
