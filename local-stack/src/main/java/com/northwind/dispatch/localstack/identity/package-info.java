/// Who is who on this machine: a development CA, the gateway's certificate, and the tablets'
/// tokens.
///
/// ```
/// identity/ca.pem  ca-key.pem             the CA that tablets trust
/// identity/server.pem  server-key.pem     the gateway's certificate for localhost and 127.0.0.1
/// identity/token-key.json                 signs tablet tokens (ES256); private
/// identity/token-keys.json                the public half, as a JWKS; the gateway reads it
/// ```
///
/// [DevelopmentIdentity] makes all of it once and renews what nears its end. [Fleet] names drivers,
/// tractors, tablets and ELDs; [FleetFile] writes them, with a token each, for the simulator. None
/// of it is fit for production, where certificates and tokens come from the carrier's own systems.
@NullMarked
package com.northwind.dispatch.localstack.identity;

import org.jspecify.annotations.NullMarked;
