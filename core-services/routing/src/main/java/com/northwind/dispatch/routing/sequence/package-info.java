/// The order of stops: pure functions from a problem to the best order, no clock and no I/O.
///
/// [StopSequencer] is the door. It asks [ExactSequencer] for up to [StopSequencer#EXACT_UP_TO]
/// stops and [InsertionSequencer] above. What both work on is a [SequenceProblem]; what an order
/// comes to is a [Walk], and walks compare by [Score]:
/// 1. fewest seconds late against the windows, summed over the stops: an order without lateness
///    always wins;
/// 2. earliest finish, that is departure from the last stop;
/// 3. shortest distance.
///
/// **Exact.** A label is one way of having visited a set of stops and standing at one of them:
/// (seconds late, departure, metres). Sets are taken in growing order; from each label every stop
/// whose predecessors are visited is tried. A label that another label of the same set and place
/// beats or equals in all three numbers is dropped: leaving earlier never arrives later, so
/// whatever follows the dropped one follows the other as well. A first pass drops late labels at
/// once; only when it finds nothing does a second pass keep them, to say which stop fails in the
/// best order there is. The best label of the full set is the optimum, for any travel model.
///
/// **Above the bound.** Stops are inserted one by one, each where the score gets least worse, from
/// three starting orders (earliest closing, earliest opening, as given); then single stops, pairs
/// of stops and reversed stretches are moved for as long as the score improves. The result is a
/// local optimum and says so ([Proof#HEURISTIC]): "no order found" then does not prove that none
/// exists.
@NullMarked
package com.northwind.dispatch.routing.sequence;

import org.jspecify.annotations.NullMarked;
