/// Tests of reading texts as JSON Schemas.
@NullMarked
package com.northwind.dispatch.contractrules.document;

import org.jspecify.annotations.NullMarked;
