/// Whole records that obey a schema, made of its examples; and the samples that were kept of every
/// revision.
@NullMarked
package com.northwind.dispatch.contractrules.sample;

import org.jspecify.annotations.NullMarked;
