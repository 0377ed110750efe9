/// The ports that ELDs come to, and the life of a connection.
///
/// ```
///  accept ──▶ [ConnectionState.Detecting]            which protocol do the first bytes speak?
///               │ a device's                 │ HTTP, TLS, anything else ──▶ reject, close
///               ▼
///             [ConnectionState.AwaitingIdentity]     who is it? The directory decides.
///               │ admitted: answered 01      │ unknown or suspended: answered 00, listed, close
///               ▼
///             [ConnectionState.Serving]              frame ─▶ records ─▶ events ─▶ Kafka ─▶ ack
///               │                                    frame that cannot be read ─▶ `eld.rejects`
///               ▼
///             [ConnectionState.Closing]              what is owed is answered, then it closes
/// ```
///
/// What each class does:
///
/// | class | role |
/// |---|---|
/// | [EldListeners] | the door of this package: every port |
/// | `EldTcpListener`, `EldUdpListener` | bind, accept, drain |
/// | `EldChannelHandler` | one TCP connection's bytes, deadlines, and when it is not read |
/// | `EldConnection` | one TCP connection's conversation |
/// | `EldDatagramHandler`, `DatagramPresence` | datagrams, each a conversation of its own; who is there |
/// | `ProtocolDetector` | the first bytes |
/// | `AnswerQueue` | answers leave in the order of the frames |
/// | `Intake` | where frames become events, from whichever socket |
///
/// **The promise.** A frame's acknowledgement is written after every one of its records is on all
/// in-sync replicas, and in the order of the frames. If a record fails for good, the connection is
/// closed without the acknowledgement, and the device sends the frame again; its records carry the
/// same ids.
///
/// **Back pressure.** A connection that has too many bytes on their way to Kafka, or any connection
/// while the whole process has, is not read until half of the bound is free again. So an outage of
/// Kafka costs neither memory nor connections, and ends without anybody's help.
///
/// **Closing.** A session ends because the device closed it, was silent longer than allowed (and
/// was owed nothing), came anew elsewhere, was suspended in the directory, broke the protocol, or
/// because this gateway drains; the reason goes to `device.sessions`.
@NullMarked
package com.northwind.dispatch.gateway.listener;

import org.jspecify.annotations.NullMarked;
