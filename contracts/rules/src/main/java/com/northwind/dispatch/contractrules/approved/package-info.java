/// The released schemas: files that are never edited again, and the lock that holds them to it.
///
/// ```
/// contracts/approved/lock.json                              {"northwind.eld.v1.Telemetry": {"1": "sha256:…"}}
/// contracts/approved/northwind.eld.v1.Telemetry/1.json      revision 1, to the byte
/// ```
///
/// [com.northwind.dispatch.contractrules.approved.ApprovedDirectory] reads a checkout's and tells
/// what is wrong with it; [com.northwind.dispatch.contractrules.approved.ApprovedSchemas] reads the
/// ones that ship in the contracts' jar.
@NullMarked
package com.northwind.dispatch.contractrules.approved;

import org.jspecify.annotations.NullMarked;
