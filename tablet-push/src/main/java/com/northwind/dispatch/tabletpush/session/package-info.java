/// The life of a tablet's session, without the wire under it.
///
/// | Type                               | What it is                                                      |
/// |------------------------------------|-----------------------------------------------------------------|
/// | [TabletSessions]                   | the door: admits streams, knows who is connected                |
/// | [TabletSession]                    | one stream, from its first byte to its end                      |
/// | [SessionState]                     | awaiting Hello, open, or ended                                  |
/// | [DriverRoute]                      | one driver's mailbox and the one live session that reads it     |
/// | [SessionEpoch], [SessionEpochs]    | which session is newer, and the number of the next one          |
/// | [TakeoverLimit]                    | slows two sources that share an identity                        |
/// | [DownlinkOrder], [Downlink]        | what is sent next when the connection can take more             |
/// | [TabletLink], [Inbound]            | what a session needs of the wire, and what comes from it        |
/// | [SessionClose]                     | why and how a stream ends, and when to come back                |
/// | [SessionWheel]                     | one timer for every heartbeat and deadline                      |
/// | [SessionLog], [SessionRecords]     | sessions as others see them                                     |
/// | [Drain]                            | moves everyone elsewhere, in waves                              |
///
/// ## Who runs what, where
///
/// Everything that belongs to one driver (mailbox, live session, receipts, acks) is changed on that
/// driver's *loop*: a queue of short tasks that whichever thread adds to it also works off, one
/// task at a time ([DriverRoute#execute]). A thread that finds the loop busy leaves its task there
/// and goes on. So an event loop never waits for a Kafka thread or the other way round, and no task
/// holds anything while it waits, because no task waits. Shared between drivers are only concurrent
/// maps, the epochs, and the byte budget.
@NullMarked
package com.northwind.dispatch.tabletpush.session;

import org.jspecify.annotations.NullMarked;
