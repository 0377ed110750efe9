/// Teltonika: FMB, FMC, FMM, FMx6 and older FM and GH units, over TCP and UDP.
///
/// Source, where nothing else is said: the vendor's public wiki (wiki.teltonika-gps.com), page
/// "Teltonika Data Sending Protocols" for frames and codecs, and "FMB AVL ID" (the list of elements
/// of FMB, FMC and FMM units) for elements. All numbers are big-endian.
///
/// | File | Role |
/// |---|---|
/// | [TeltonikaMessage], [AvlRecord], [GhRecord], [IoElement] | the messages, as on the wire |
/// | `TeltonikaFrameDecoder` | bytes to one whole frame: lengths and checksums |
/// | `TeltonikaDecoder` (`AvlLayout`, `GhLayout`, `CommandDecoder`) | a frame to what it says |
/// | [TeltonikaEncoder] (`AvlWriter`, `GhWriter`) | a message to bytes |
/// | [TeltonikaAcks] | which message is acknowledged, how, and when |
/// | [TeltonikaTelemetry] (`AvlElements`, `BeaconElements`, `GhTelemetry`) | wire scale to contract units |
/// | [TeltonikaProtocol] (`TeltonikaSession`, `TeltonikaDatagramDecoder`) | the protocol to its driver |
///
/// # Frames
///
/// | Frame | Wire | Source |
/// |---|---|---|
/// | login | u16 15, 15 ASCII digits of the IMEI; answered `01` or `00` | wiki |
/// | packet | u32 0, u32 length of the data field, data field, u32 CRC-16/IBM of the data field | wiki |
/// | data field | u8 codec, u8 count, records or a command, u8 count again | wiki |
/// | keep-alive | `FF`, not answered | seen in `teltonika-0aaae0c394bd` |
/// | datagram | u16 length of the rest, u16 packet id, u8 01, u8 AVL packet id, u16 15, IMEI, data field | wiki |
/// | command (12) | u8 type (05 command, 06 reply), u32 size, ASCII | wiki |
/// | timed reply (13) | u8 type, u32 size, u32 seconds since 1970, ASCII; the size counts the time, and a reply whose size leaves it out is read too | wiki |
/// | addressed command (14) | u8 type (05, 06, 11 not for this IMEI), u32 size, 8 bytes of 0 and the IMEI in 4-bit digits, ASCII | wiki |
///
/// # A record of codecs 8, 8 Extended and 16
///
/// | Field | Wire | Scale → unit | Range | Source |
/// |---|---|---|---|---|
/// | time | u64 | 1 ms, since 1970 UTC | to year 9999 | wiki |
/// | priority | u8 | 0 low, 1 high, 2 panic | | wiki |
/// | longitude | i32 | 1e-7 degree, + = east | ±180, else kept as vendor parameters | wiki |
/// | latitude | i32 | 1e-7 degree, + = north | ±90, same | wiki |
/// | altitude | i16 | 1 m above sea level | | wiki; below zero in `teltonika-e6cf0c04f5b3` |
/// | angle | u16 | 1 degree from north | 0 – 360, same | wiki |
/// | satellites | u8 | count; 0 = last known place | | wiki; seen in `teltonika-c8bc8624e669` |
/// | speed | u16 | 1 km/h over ground | | wiki |
/// | event id | u8; u16 in 8E, 16 | id of the element, 0 = periodic | | wiki |
/// | generation type | u8, only in 16 | kind of event | 0 – 7 | wiki |
/// | count of elements | u8; u16 in 8E | sum of the groups | must agree | wiki |
/// | groups | of 1, 2, 4, 8 bytes | count, then id and value each | | wiki |
/// | variable group | only in 8E | count, then id, u16 length and value each | | wiki |
/// | 16-byte group | rarely in 8 | count, then id and 16 bytes each | | observed in `teltonika-bc9fb900723c`, `teltonika-d89fb681aead`, not documented |
///
/// A GNSS element that is all zero means that the device never had a fix: the record then has no
/// position.
///
/// # Elements with a field in the contract
///
/// The number alone does not say what an element is: models differ. It gets its field only in the
/// width given here; otherwise, and outside its range, it is the vendor parameter `io<N>`.
///
/// | Element | Wire | Scale → field | Source |
/// |---|---|---|---|
/// | 1, 2, 3, 4 | u8 | 0/1 → `digital_inputs` 1 to 4 | FMB AVL ID; 4 observed |
/// | 6 | u16 | 1 mV → `analog_inputs` 2 | FMB AVL ID |
/// | 9, 10, 11 | u16 | 1 mV → `analog_inputs` 1 to 3 | FMB AVL ID (9); codec 16 example (11); FM units in captures |
/// | 16 | u32 | 1 m → `odometer_km` | FMB AVL ID |
/// | 21 | u8 0 – 5 | → `signal_level` | FMB AVL ID |
/// | 32 | i8 | 1 °C → `coolant_temperature_celsius` | FMB AVL ID, OBD elements |
/// | 36 | u16 | 1/min → `engine_speed_rpm` | same |
/// | 37 | u8 | 1 km/h → `wheel_speed_kph` | same |
/// | 48 | u8 0 – 100 | % → `fuel_level_percent` | same |
/// | 66 | u16 | 1 mV → `supply_voltage_v` | FMB AVL ID |
/// | 67 | u16 | 1 mV → `battery_voltage_v` | FMB AVL ID |
/// | 68 | u16 | 1 mA → `battery_current_a` | FMB AVL ID |
/// | 78 | u64 | iButton, check byte first → `driver_card_id`; 0 = none | FMB AVL ID; order as in `teltonika-b319c9cf793a` |
/// | 113 | u8 0 – 100 | % → `battery_level_percent` | FMB AVL ID |
/// | 179, 180, 380 | u8 | 0/1 → `digital_outputs` 1 to 3 | FMB AVL ID |
/// | 181, 182 | u16 | 0.1 → `position.pdop`, `position.hdop` | FMB AVL ID |
/// | 199 | u32 | 1 m → `trip_odometer_km` | FMB AVL ID |
/// | 239, 240 | u8 | 0/1 → `ignition`, `motion` | FMB AVL ID |
/// | 241 | u32 | → `network_operator` | FMB AVL ID |
/// | 256 | text | → `vin` | FMB AVL ID |
/// | 281 | text | comma-separated → `diagnostic_codes` | FMB AVL ID; seen in `teltonika-2134dbf3687e` |
///
/// Elements 246 (towing), 247 (crash), 249 (jamming), 251 (idling), 252 (unplugged), 253 (harsh
/// acceleration 1, braking 2, cornering 3) and 255 (overspeeding), each u8 and not zero, also raise
/// their `alarms`; they stay vendor parameters, because their value says more. Source: FMB AVL ID,
/// eventual elements.
///
/// # Lists of Bluetooth tags
///
/// | Element | Wire | Becomes | Source |
/// |---|---|---|---|
/// | 548 | u8 part; per tag u8 length, then fields of u8 type, u8 length, value: 0 signal, 1 id, 2 EYE sensor values | `io548.<place>.rssiDbm`, `.id`, `.temperatureCelsius` … | observed in captures; values as the wiki's "EYE SENSOR / BTSMP1" frame |
/// | 11317 | same frame: 5 name, 6 temperature 0.01 °C, 7 humidity %, 14 battery mV, 15 address | `io11317.<place>.name` … | observed in `teltonika-ce19d579ad0a` |
/// | 385 | u8 part; per tag flags, 20 or 16 bytes id, signal, battery mV, temperature 0.01 °C | `io385.<place>.id` … | wiki, FMB beacon pages |
///
/// The whole element stays beside them as hexadecimal digits.
///
/// # A record of codec 7 (GH3000)
///
/// | Field | Wire | Scale → unit | Source |
/// |---|---|---|---|
/// | priority, time | 2 bits, 30 bits | 1 s, since 2007-01-01 UTC | all of codec 7: observed in `teltonika-5892727a18cb` |
/// | parts | u8 mask | bit 0 GNSS element, 1 to 3 elements of 1, 2, 4 bytes | |
/// | GNSS fields | u8 mask | one bit each of the following, in this order | |
/// | latitude, longitude | 2 × f32 | 1 degree | |
/// | altitude | i16 | 1 m | |
/// | angle | u8 | 360/256 degree | |
/// | speed | u8 | 1 km/h | |
/// | satellites | u8 | count | |
/// | area, cell | 2 × u16 | → `areaCode`, `cellId` | |
/// | signal quality | u8 | → `signalQuality` | |
/// | operator | u32 | → `network_operator` | |
/// | elements 1, 2, 5 | u8, u8, u32 | % → `battery_level_percent`, 0/1 → `usbConnected`, 1 s → `uptimeS` | |
/// | elements 20, 21, 22 | u16 | 0.1 → `hdop`, `vdop`, `pdop` | |
@NullMarked
package com.northwind.dispatch.eldprotocols.teltonika;

import org.jspecify.annotations.NullMarked;
