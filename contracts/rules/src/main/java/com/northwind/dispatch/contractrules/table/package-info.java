/// A schema as tables that people read: a section per object, a row per property.
@NullMarked
package com.northwind.dispatch.contractrules.table;

import org.jspecify.annotations.NullMarked;
