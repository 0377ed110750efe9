/// Messages as proto3 JSON, written into bytes and read from bytes.
///
/// [DataJsons] knows the quickest way for each type: a [DataJson] written by hand for telemetry,
/// the busiest event by far ([TelemetryJson]), and `JsonFormat` for all others. [JsonBytes] is the
/// buffer that is written into, [JsonBytesPool] lends such buffers to threads of any kind,
/// [JsonReader] pulls values out of bytes, [NameTable] finds names among them, and
/// [JsonReadException] says what is wrong and where.
///
/// Inside, each message has a class that writes and reads it (`TelemetryWriter` and
/// `TelemetryReader`, `PositionJson`, `SignalJson`, `VendorParameterJson`); `Members` walks over an
/// object by `MemberNames`; `TextWriter`, `DoubleWriter`, `TimeWriter` and their readers know one
/// kind of value each. Names come from the descriptor, and a test fails for a field that the
/// descriptor has and these classes do not know.
///
/// The fast way writes the bytes that `JsonFormat` writes. It reads what `JsonFormat` reads, with
/// the same message, and refuses what that refuses, except for these:
///
/// | what | here | `JsonFormat` |
/// |---|---|---|
/// | text that is not JSON by RFC 8259, such as comments or names without quotes | refused | taken |
/// | bytes that are not UTF-8 | refused | not asked: it reads characters |
/// | anything behind the value | refused | passed over |
/// | more than 100 objects and arrays in one another | refused | up to 255 |
/// | an array of one value where that value belongs | refused | taken |
/// | a name that stands there twice, its first value not fitting | refused | taken, the last one counts |
/// | a field under both its names, one of them twice | refused | taken where all but one are null |
/// | -0.0 | keeps its sign | becomes 0.0 |
@NullMarked
package com.northwind.dispatch.contracts.json;

import org.jspecify.annotations.NullMarked;
