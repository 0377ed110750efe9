/// The engine on gRPC.
///
/// | Type                 | What it is                                                                     |
/// |----------------------|--------------------------------------------------------------------------------|
/// | [TabletStreams]      | the service: checks the token, admits the stream                               |
/// | [GrpcTabletLink]     | one call as a session sees it                                                  |
/// | [StreamMarshallers]  | sheets leave in the bytes they are stored in; bad bytes come in as values      |
/// | [CloseStatus]        | a close as a status and trailers                                               |
/// | [TransportSettings]  | pings and sizes that both ends must agree on                                   |
@NullMarked
package com.northwind.dispatch.tabletpush.grpc;

import org.jspecify.annotations.NullMarked;
