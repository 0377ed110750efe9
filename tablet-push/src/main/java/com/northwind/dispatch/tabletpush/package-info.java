/// The delivery engine: it holds what waits for each driver, the one live session that takes it,
/// and the proof that it arrived. It knows nothing of Kafka; the gateway feeds it and writes for
/// it.
///
/// Start at [TabletPush], which is the whole public surface. The features under it:
///
/// | Package    | What it holds                                                                      |
/// |------------|------------------------------------------------------------------------------------|
/// | `identity` | who is at the other end of a stream                                                |
/// | `session`  | the life of a stream: Hello, takeover by epoch, heartbeats, closing, drain; threads |
/// | `mailbox`  | what waits for a driver                                                            |
/// | `uplink`   | what tablets say, on its way to being durable                                      |
/// | `grpc`     | all of it on the wire                                                              |
/// | `metrics`  | what is counted                                                                    |
/// | `time`     | time that tests can move                                                           |
///
/// A sheet's way: `TabletPush.onRouteSheet` → the driver's loop → `Mailbox` (newest wins) → the
/// open session, if the connection takes it → the stream. An action's way: the stream →
/// `ActionCheck` → `UplinkLane` → `UplinkSink` → durable → ack on the stream.
@NullMarked
package com.northwind.dispatch.tabletpush;

import org.jspecify.annotations.NullMarked;
