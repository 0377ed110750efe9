/// Pure codecs between what hardware puts on the wire and the platform's telemetry.
///
/// | package | what to find there |
/// |---|---|
/// | [com.northwind.dispatch.eldprotocols.protocol] | what a protocol is to the gateway: sessions, results, acknowledgements, record ids |
/// | [com.northwind.dispatch.eldprotocols.frame] | what protocols share: bytes as a value, rejected frames, checksums, IMEI, foreign traffic |
/// | [com.northwind.dispatch.eldprotocols.teltonika] | Teltonika over TCP and UDP |
/// | `vectors` | captures with expected values, and the comparison with ours |
/// | `cli` | the `decode` command, the only place here that does I/O |
///
/// [EldProtocols] lists every protocol of this build.
@NullMarked
package com.northwind.dispatch.eldprotocols;

import org.jspecify.annotations.NullMarked;
