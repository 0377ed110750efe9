/// What may be registered, checked, deleted and set. [Registry] is the door.
///
/// Decisions are pure functions of the [com.northwind.dispatch.schemaregistry.catalogue.Catalogue]:
/// [Registrar] (ids, versions, compatibility), [Deletions], [SettingChanges] and [ShippedContracts]
/// (what comes with the build); [com.northwind.dispatch.schemaregistry.log.SchemaWriter] calls them
/// on the newest state and writes what they say. What is not done is a [Refusal] with a sentence.
@NullMarked
package com.northwind.dispatch.schemaregistry.registration;

import org.jspecify.annotations.NullMarked;
