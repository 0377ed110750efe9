/// The schema registry: serves the platform's contracts, and schemas of others, over HTTP.
///
/// ```
/// HTTP ─▶ rest ─▶ registration (what may be done) ─▶ log (contracts.schemas on Kafka)
///                      └────────▶ catalogue ◀───────────┘
///                               (everything, in memory)
/// ```
///
/// No process of the platform asks it for anything while it runs: schemas ship with the build. It
/// is there for tools, for clients of others and for new registrations. [Main] runs the process,
/// [SchemaRegistry] wires it.
@NullMarked
package com.northwind.dispatch.schemaregistry;

import org.jspecify.annotations.NullMarked;
