/// What plays the parts around the engine in tests, here and in other modules.
///
/// | Type                   | What it plays                                                         |
/// |------------------------|-----------------------------------------------------------------------|
/// | [FakeTablet]           | a tablet, on a real gRPC stream                                       |
/// | [TabletInbox]          | what the tablet got, to be awaited                                    |
/// | [InMemoryUplink]       | Kafka as the engine sees it: durable at once, holding, or failing     |
/// | [InMemorySessionLog]   | `device.sessions`, written                                            |
/// | [PlainTokens]          | an authenticator whose tokens say in clear whom they stand for        |
/// | [RecordingMetrics]     | the metrics, counted                                                  |
/// | [ManualClock]          | the wall clock                                                        |
/// | [ManualTimer]          | the timer; moves the clock with it                                    |
/// | [TestGateway]          | an engine behind an in-process server, with all of the above          |
@NullMarked
package com.northwind.dispatch.tabletpush.fake;

import org.jspecify.annotations.NullMarked;
