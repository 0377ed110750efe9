/// What the registry knows: [Catalogue] is the state after a record of the log, [CatalogueRecord]
/// is what a record says. Neither touches Kafka, HTTP or a clock.
///
/// ```
/// subject ─1:n─ version ─n:1─ schema id ─1:1─ content (by its fingerprint)
/// ```
///
/// An id belongs to its content for ever, in all subjects, also after the content was erased.
@NullMarked
package com.northwind.dispatch.schemaregistry.catalogue;

import org.jspecify.annotations.NullMarked;
