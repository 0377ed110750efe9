/// What dispatchers may send, checked field by field before anything is decided. A request that is
/// wrong in itself is answered 422 with a JSON pointer to the field and a sentence that says what
/// to do.
///
/// [RequestCheck] holds the rules for single fields, [StopRules] those for the stops of a load.
@NullMarked
package com.northwind.dispatch.loadplanning.request;

import org.jspecify.annotations.NullMarked;
