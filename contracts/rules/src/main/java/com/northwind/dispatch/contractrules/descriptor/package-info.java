/// What the protobuf files say, as a small immutable model with comments, rules and places.
///
/// [com.northwind.dispatch.contractrules.descriptor.ContractReader] reads a descriptor set (the
/// file `contracts.desc` that the build of the contracts makes) into
/// [com.northwind.dispatch.contractrules.descriptor.Contracts]. It needs no generated Java code, so
/// that a check can still speak when the code no longer compiles.
///
/// ```
/// Contracts ── EventType ── MessageType ── Field ── FieldType, FieldRule
///          │       └─────── Topic (from the option `about` of the enum northwind.contract.v1.Topic)
///          ├── MessageType, EnumType: by full protobuf name
///          └── each with its comment and its Place (file and line)
/// ```
@NullMarked
package com.northwind.dispatch.contractrules.descriptor;

import org.jspecify.annotations.NullMarked;
