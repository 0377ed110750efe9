/// Whether the contracts hold: the gate that a change passes before it is merged.
///
/// [com.northwind.dispatch.contractrules.check.ContractCheck] runs everything and reports;
/// [com.northwind.dispatch.contractrules.check.Approval] releases what grew.
///
/// What is held against what:
///
/// | what | against |
/// |---|---|
/// | protobuf files | the rules of `lint` |
/// | released files | the lock; with `--against`, also those of another commit, to the byte |
/// | current schema of a type | every released revision of the type, both ways, and the topic and key it always had |
/// | released types | the protobuf files: none may vanish |
/// | a record made of each current schema | that schema and every released revision |
/// | kept samples | the revision they were written with, and the current schema |
/// | generated documents | what would be generated now (only noted) |
@NullMarked
package com.northwind.dispatch.contractrules.check;

import org.jspecify.annotations.NullMarked;
