/// The REST API: that part of the Confluent Schema Registry's which its clients and tools use, for
/// JSON Schemas. [RegistryApi] serves it.
///
/// | path | |
/// |---|---|
/// | `GET /subjects` | `deleted`, `deletedOnly`, `subjectPrefix`, `offset`, `limit` |
/// | `POST`, `DELETE /subjects/{subject}` | look a schema up; delete (`permanent`) |
/// | `GET`, `POST /subjects/{subject}/versions` | list; register |
/// | `GET`, `DELETE /subjects/{subject}/versions/{version}` | also `/schema` and `/referencedby`; `latest` and `-1` are the newest |
/// | `GET /schemas`, `/schemas/types` | `subjectPrefix`, `deleted`, `latestOnly`, `offset`, `limit` |
/// | `GET /schemas/ids/{id}` | also `/schema`, `/subjects`, `/versions` |
/// | `POST /compatibility/subjects/{subject}/versions` | also `/{version}`; `verbose` |
/// | `GET`, `PUT`, `DELETE /config`, `/mode` | also `/{subject}`; `defaultToGlobal` |
/// | `GET /`, `/contexts`, `/v1/metadata/id`, `/v1/metadata/version` | |
///
/// An error is `{"error_code":40401,"message":"…"}`; numbers and statuses are in
/// [com.northwind.dispatch.schemaregistry.registration.Refusal.Code].
@NullMarked
package com.northwind.dispatch.schemaregistry.rest;

import org.jspecify.annotations.NullMarked;
