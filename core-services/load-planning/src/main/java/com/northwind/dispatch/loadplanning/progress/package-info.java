/// Progress at stops, applied to loads. [ProgressEffect] applies `execution.stops`: arrivals and
/// departures, each once by its natural key (load, assignment, stop), whichever source said so
/// first.
@NullMarked
package com.northwind.dispatch.loadplanning.progress;

import org.jspecify.annotations.NullMarked;
