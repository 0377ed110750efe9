package com.northwind.dispatch.gateway.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Hears of every buffer that Netty finds to be collected without having been released. The build
/// runs tests with the strictest detection.
public final class LeakWatch {
  private static final List<String> LEAKS = new CopyOnWriteArrayList<>();

  private LeakWatch() {}

  /// Listens from now on. Buffers of classes that Netty has loaded before are reported to its log
  /// only.
  public static void install() {
    ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(
        new ResourceLeakDetectorFactory() {
          @Override
          @SuppressWarnings("deprecation") // The only method there is to override.
          public <T> ResourceLeakDetector<T> newResourceLeakDetector(
              Class<T> resource, int samplingInterval, long maxActive) {
            return new Listening<>(resource, samplingInterval);
          }
        });
  }

  /// Fails when a leak was found.
  public static void assertNoLeak() {
    System.gc();
    assertEquals(List.of(), LEAKS);
  }

  private static final class Listening<T> extends ResourceLeakDetector<T> {
    @SuppressWarnings("deprecation") // The factory's method has no other use for its parameters.
    Listening(Class<T> resource, int samplingInterval) {
      super(resource, samplingInterval);
    }

    @Override
    protected void reportTracedLeak(String resourceType, String records) {
      LEAKS.add(resourceType + records);
      super.reportTracedLeak(resourceType, records);
    }

    @Override
    protected void reportUntracedLeak(String resourceType) {
      LEAKS.add(resourceType);
      super.reportUntracedLeak(resourceType);
    }
  }
}
