/// Which revisions of the contracts are written, by whom, and whether they are registered.
///
/// [UsageCount] counts what topics hold by type and revision; [ApprovedSchemas] knows what is
/// registered, from the build itself; [LagReport] holds one against the other.
@NullMarked
package com.northwind.dispatch.localstack.contractlag;

import org.jspecify.annotations.NullMarked;
