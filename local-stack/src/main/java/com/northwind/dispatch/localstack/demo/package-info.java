/// `./northwind demo`: the whole system at work under a simulated fleet, and the proof that nothing
/// was lost.
///
/// ```
/// Demo ─▶ StackSession      boots the system, or uses the one that is up
///      ─▶ Seeding           drivers, tractors and devices, over REST
///      ─▶ SimulatorRun      the fleet, a child JVM; started again when it dies
///      ─▶ Panel / OneLine   what people see meanwhile
///      ─▶ TelemetryCheck    what the devices were acknowledged against what is on the topic
///      ─▶ DeliveryCheck     what was assigned and received against load planning's database
///      ─▶ DemoReport        out.json, the summary and the exit code
/// ```
///
/// The figures come from the topic, the database and the tablets; nobody's intentions are counted.
@NullMarked
package com.northwind.dispatch.localstack.demo;

import org.jspecify.annotations.NullMarked;
