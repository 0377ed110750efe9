package com.northwind.dispatch.processkit.canary;

import com.northwind.dispatch.contracts.envelope.DecodeResult;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.validation.ContractValidator;
import com.northwind.dispatch.contracts.validation.Violation;
import com.northwind.dispatch.processkit.config.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks a share of the events that a process emits: whether each keeps its contract, and whether
/// its bytes read back as the same event. Counts and logs what it finds; computes only, so event
/// loops may call it. Thread-safe.
public final class ContractCanary {
  /// Counts the events that broke their contract, by `type`.
  public static final String METER = "northwind.contract.violations";

  private static final Logger log = LoggerFactory.getLogger(ContractCanary.class);
  private static final int DEFAULT_PERCENT = 1;

  private final ContractValidator validator = ContractValidator.forWriters();
  private final EventCodec codec = EventCodec.ofCatalogue();
  private final int percent;
  private final MeterRegistry meters;

  /// @param percent share of the events that are looked at, 0 to 100
  public ContractCanary(int percent, MeterRegistry meters) {
    this.percent = percent;
    this.meters = meters;
  }

  /// Reads `NORTHWIND_CONTRACT_CANARY_PERCENT`, 1 when it is not said.
  public static int percent(Settings settings) {
    return settings.integer("CONTRACT_CANARY_PERCENT", DEFAULT_PERCENT, 0, 100);
  }

  /// Looks at an event, or not, by chance.
  ///
  /// @param bytes the event as it is emitted
  public void look(EventEnvelope event, byte[] bytes) {
    if (percent == 0 || ThreadLocalRandom.current().nextInt(100) >= percent) {
      return;
    }
    List<Violation> violations = validator.violations(event.data());
    if (!violations.isEmpty()) {
      note(event, violations.toString());
    } else if (!(codec.decode(bytes) instanceof DecodeResult.Read(var read))) {
      note(event, "its bytes cannot be read back");
    } else if (!read.data().equals(event.data())) {
      note(event, "its bytes read back as another event");
    }
  }

  private void note(EventEnvelope event, String problem) {
    meters.counter(METER, "type", event.type()).increment();
    log.atError()
        .addKeyValue("eventId", event.id())
        .addKeyValue("type", event.type())
        .addKeyValue("problem", problem)
        .log("an event breaks the contract it is emitted under");
  }
}
