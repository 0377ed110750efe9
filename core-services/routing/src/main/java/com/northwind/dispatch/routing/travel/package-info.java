/// How far places are apart and how long a truck takes between them.
///
/// [TravelModel] is the seam: solvers ask it and know nothing of roads. [GreatCircleTravel] is the
/// built-in model, which needs no map; a model on a road network takes its place without a change
/// elsewhere.
@NullMarked
package com.northwind.dispatch.routing.travel;

import org.jspecify.annotations.NullMarked;
