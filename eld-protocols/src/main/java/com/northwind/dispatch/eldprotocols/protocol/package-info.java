/// What a hardware protocol is to whoever drives it. Nothing here does I/O, keeps a buffer, starts
/// a thread or reads a clock.
///
/// A connection (TCP), driven by the gateway:
///
/// ```
///  StreamProtocol.openStream()          one StreamSession per connection
///        │
///  session.next(in) ─┬─ NeedMoreBytes      wait for the network; `in` keeps what is there
///                    ├─ Identification     look the identity up, then session.answer(verdict) → bytes to send
///                    ├─ RecordBatch        make the records durable, then acknowledgement.forAccepted(n) → bytes to send
///                    ├─ CommandReply       the device's answer to session.command(text)
///                    ├─ KeepAlive          answer(), mostly nothing
///                    └─ Rejected           frame → eld.rejects; answer(); go on or close, as fate() says
///        │
///  session.end(in)                      the connection closed: what was left of an unfinished frame
/// ```
///
/// A datagram (UDP) is complete in itself: [DatagramDecoder] gives the same results, and each names
/// the identity the datagram claims.
///
/// HTTP devices fit the first shape: their frame is a whole request and their acknowledgement a
/// whole response. So do protocols whose every frame names the device (the session asks again only
/// when the name changes) and those that relay many devices over one connection (each batch names
/// its own).
///
/// [RecordFingerprint] makes the id of a record's event, the same for a record that is sent again.
@NullMarked
package com.northwind.dispatch.eldprotocols.protocol;

import org.jspecify.annotations.NullMarked;
