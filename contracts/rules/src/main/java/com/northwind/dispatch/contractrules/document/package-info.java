/// Texts that claim to be JSON Schemas: read, checked, and written in one form.
///
/// [SchemaDocument] is the door. Behind it: [StrictJson] (is it JSON, small and flat enough),
/// [SchemaChecks] (is it a schema by the meta-schema of its [Dialect]), [SchemaWalk] (do references
/// lead somewhere, are patterns regular expressions), [Canonical] (one text for equal content),
/// [References] (where a `$ref` leads), [Subschemas] (which parts of a schema are schemas),
/// [Pointers] (JSON pointers).
@NullMarked
package com.northwind.dispatch.contractrules.document;

import org.jspecify.annotations.NullMarked;
