/// Tests of what may change in a schema. The table itself is data, in the test resources beside
/// these classes: one cell per change, with its verdict both ways. [CompatibilityTable] reads it,
/// [CompatibilityTableTest] holds the rules to it, and [CompatibilityPageTest] the page that people
/// read.
@NullMarked
package com.northwind.dispatch.contractrules.compatibility;

import org.jspecify.annotations.NullMarked;
