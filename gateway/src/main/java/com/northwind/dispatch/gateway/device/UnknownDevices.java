package com.northwind.dispatch.gateway.device;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The devices that came and are not in the directory: the last [#MAX_LISTED] of them, every
/// attempt counted. Thread-safe.
public final class UnknownDevices {
  /// How many identities are kept; the one not seen for longest leaves first.
  public static final int MAX_LISTED = 1_000;

  private final Clock clock;
  private final Map<String, UnknownDevice> devices = new LinkedHashMap<>(16, 0.75f, true);

  public UnknownDevices(Clock clock) {
    this.clock = clock;
  }

  /// Notes an attempt.
  ///
  /// @param address address and port it came from
  public synchronized void note(String identity, String protocol, String address) {
    Instant now = clock.instant();
    UnknownDevice known = devices.get(identity);
    devices.put(
        identity,
        known == null
            ? new UnknownDevice(identity, protocol, now, now, 1, address)
            : known.seenAgain(now, address, protocol));
    if (devices.size() > MAX_LISTED) {
      devices.remove(devices.keySet().iterator().next());
    }
  }

  /// The identity is in the directory now.
  public synchronized void forget(String identity) {
    devices.remove(identity);
  }

  /// The listed devices, the last seen first.
  public List<UnknownDevice> list() {
    List<UnknownDevice> list = copy();
    list.sort(Comparator.comparing(UnknownDevice::lastSeen).reversed());
    return list;
  }

  /// How many are listed.
  public synchronized int size() {
    return devices.size();
  }

  private synchronized List<UnknownDevice> copy() {
    return new ArrayList<>(devices.values());
  }
}
