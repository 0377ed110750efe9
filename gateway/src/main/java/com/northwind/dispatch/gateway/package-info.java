/// The edge process: it takes what devices say to Kafka, and what Kafka says to tablets.
///
/// | package | what it is |
/// |---|---|
/// | [com.northwind.dispatch.gateway.listener] | the ports of ELDs, and the life of a connection |
/// | [com.northwind.dispatch.gateway.tablet] | the port of tablets, and the glue to the delivery engine |
/// | [com.northwind.dispatch.gateway.device] | who may connect, who is connected, who came unknown |
/// | [com.northwind.dispatch.gateway.ingest] | events and the one thread that sends them to Kafka |
/// | [com.northwind.dispatch.gateway.feed] | compacted topics known by heart |
/// | [com.northwind.dispatch.gateway.eventloop] | the threads every socket lives on |
/// | [com.northwind.dispatch.gateway.admin] | what operators can ask |
///
/// [Main] starts a [Gateway] with a [GatewayConfig].
@NullMarked
package com.northwind.dispatch.gateway;

import org.jspecify.annotations.NullMarked;
