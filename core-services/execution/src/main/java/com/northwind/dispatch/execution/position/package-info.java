/// Where each vehicle was last seen.
///
/// [FixReader] turns a telemetry record into a [Fix], or says why it is none that may become "last
/// known": no valid fix, no place on earth, or a clock that is wrong ([ClockFault]). Only a fix
/// later than the known one takes its place ([VehiclePositions]): event time wins, so late frames
/// and replays change nothing.
///
/// | table | key | what it holds |
/// |---|---|---|
/// | `vehicle_position` | vehicle | the last known fix |
/// | `clock_fault` | device | the newest record whose time could not be believed |
@NullMarked
package com.northwind.dispatch.execution.position;

import org.jspecify.annotations.NullMarked;
