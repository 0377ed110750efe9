/// A fleet in a box: ELD units, tablets and dispatchers that meet the platform where real ones do,
/// over TCP, gRPC and HTTP, and measure end to end what becomes of what they send.
///
/// | package | what to find there |
/// |---|---|
/// | [com.northwind.dispatch.simulator.command] | the command line |
/// | [com.northwind.dispatch.simulator.run] | a run from first connection to verdict |
/// | [com.northwind.dispatch.simulator.eld] | ELD units |
/// | [com.northwind.dispatch.simulator.tablet] | tablets and their drivers |
/// | [com.northwind.dispatch.simulator.dispatcher] | dispatchers |
/// | [com.northwind.dispatch.simulator.ledger] | assigned against received: where loss is seen |
/// | [com.northwind.dispatch.simulator.journal] | what survives a kill of the simulator |
/// | [com.northwind.dispatch.simulator.truck], [com.northwind.dispatch.simulator.corridor] | how and where trucks drive |
/// | [com.northwind.dispatch.simulator.probe] | one bad frame on purpose |
/// | [com.northwind.dispatch.simulator.report] | what a run tells |
///
/// It depends on the contracts and the codecs only, never on the code of the processes it meets.
@NullMarked
package com.northwind.dispatch.simulator;

import org.jspecify.annotations.NullMarked;
