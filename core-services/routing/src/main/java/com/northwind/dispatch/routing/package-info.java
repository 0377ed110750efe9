/// The routing service: computes the sequence of stops of each assigned load.
///
/// `itinerary` decides, stores, publishes and revokes routes; `sequence` finds the best order;
/// `travel` says how far it is. [Main] runs the process, [RoutingService] wires it.
@NullMarked
package com.northwind.dispatch.routing;

import org.jspecify.annotations.NullMarked;
