/// Captures of real devices with expected values, and the comparison of what we make of them.
///
/// A file holds one case a line (JSON): frames of one connection in order, and per frame the
/// identity, the records and the acknowledgements to expect. [VectorLine] reads a line,
/// [VectorCheck] plays the case against a protocol and compares, and a [RecordMapping] says which
/// of the file's names is which of our fields: [TeltonikaMapping] for Teltonika.
///
/// The expected values come from another decoder: they say how it behaves, not what is true. Where
/// the vendor's meaning differs, the comparison notes a deviation with its reason instead of a
/// difference; `DEVIATIONS.md` lists them.
@NullMarked
package com.northwind.dispatch.eldprotocols.vectors;

import org.jspecify.annotations.NullMarked;
