/// Who may connect, who is connected, and who came without being known.
///
/// | type | what it is |
/// |---|---|
/// | [DeviceDirectory] | the fleet's devices, from compacted `device.directory`; says who is admitted |
/// | [Admission] | admitted, or refused and why |
/// | [UnknownDevices] | who came and is not in the directory, bounded |
/// | [RefusalLimit] | which refused logins get a record in `eld.rejects` |
/// | [EldSessions] | the ELDs connected here: one session per device, the newest wins |
/// | [KnownSessions] | the newest session of each device on any gateway, from `device.sessions` |
/// | [SessionPublisher] | writes `device.sessions` |
///
/// A change in the directory counts at once: for the next login, and for a device that is
/// connected, which is cut when it may no longer send. While Kafka is away the directory is as old
/// as the outage.
@NullMarked
package com.northwind.dispatch.gateway.device;

import org.jspecify.annotations.NullMarked;
