/// JSON Schemas 2020-12 out of the model of the contracts.
///
/// [com.northwind.dispatch.contractrules.schema.SchemaGenerator] writes one self-contained document
/// per event. What it makes of what:
///
/// | protobuf | JSON Schema |
/// |---|---|
/// | event | `$id` `urn:northwind:schema:TYPE:REVISION`, `x-topic`, `x-key` (JSON name), `x-replaces` |
/// | message | `object` with `properties`, open: no `additionalProperties` |
/// | `int32`, `uint32` | `integer` with the type's range |
/// | `float`, `double` | `number` (so `"NaN"` is refused) |
/// | `bytes` | `string` with `contentEncoding: base64` |
/// | `Timestamp` | `string` with `format: date-time` |
/// | `Duration` | `string` with the pattern of proto3 JSON |
/// | enum | any of the values known, or any other constant: readers know less than writers; `x-values` tells the meanings |
/// | `repeated`, `map` | `array` with `items`, `object` with `additionalProperties` |
/// | member of a oneof | `x-oneof`, and `dependentSchemas`: with it, no member declared before it |
/// | rule `unit` | `x-unit` (UCUM) |
/// | rule `min`, `max`, `max_length`, `pattern`, `example` | `minimum`, `maximum`, `maxLength`, `pattern` (anchored), `examples` |
/// | rule `required` | in `required`; a text has `minLength: 1`, a list `minItems: 1` |
///
/// A oneof grows by one property and that property's own entry in `dependentSchemas`; nothing that
/// was said about the older members changes, so adding a member is adding an optional property.
@NullMarked
package com.northwind.dispatch.contractrules.schema;

import org.jspecify.annotations.NullMarked;
