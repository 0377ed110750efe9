package com.northwind.dispatch.contracts.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.northwind.dispatch.contracts.envelope.DecodeResult;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.validation.ContractValidator;
import com.northwind.dispatch.contracts.version.Upcasters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Samples of every version ever produced, `samples/TYPE/REVISION/*.json`: this build reads them
/// all.
class KeptSamplesTest {
  private static final Path SAMPLES = Path.of("samples");

  private final EventCodec codec = EventCodec.ofCatalogue();
  private final ContractValidator validator = ContractValidator.ofCatalogue();

  static Stream<Path> samples() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    }
  }

  private EventEnvelope read(byte[] record) {
    return assertInstanceOf(DecodeResult.Read.class, codec.decode(record)).event();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isReadAsTheNewestVersionOfItsTypeAndKeepsThatContract(Path sample) throws IOException {
    String type = SAMPLES.relativize(sample).getName(0).toString();

    EventEnvelope event = read(Files.readAllBytes(sample));

    assertEquals(Upcasters.all().newestType(type), event.type());
    assertEquals(List.of(), validator.violations(event.data()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void saysTheSameOnceItIsWrittenAgain(Path sample) throws IOException {
    EventEnvelope event = read(Files.readAllBytes(sample));

    assertEquals(event, read(codec.encode(event)));
  }
}
