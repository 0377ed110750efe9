package com.northwind.dispatch.schemaregistry.rest;

import com.northwind.dispatch.schemaregistry.catalogue.Catalogue;
import com.northwind.dispatch.schemaregistry.catalogue.CatalogueRecord.SchemaContent;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion;
import com.northwind.dispatch.schemaregistry.registration.Lookup;

/// A version as clients see it.
record SchemaView(String subject, int version, int id, String schemaType, String schema) {
  static final String TYPE = "JSON";

  static SchemaView of(Catalogue catalogue, SubjectVersion version) {
    SchemaContent content =
        RefusedException.valueOf(Lookup.content(catalogue, Integer.toString(version.id())));
    return new SchemaView(
        version.subject().value(), version.version(), version.id(), TYPE, content.text());
  }
}
