/// What people and tools read about the contracts: an AsyncAPI 3 document and a page, both
/// generated.
///
/// ```
/// docs/contracts/asyncapi.json    channels, operations, messages and schemas, for tools
/// docs/contracts/index.html       one page that needs nothing else, for people
/// ```
@NullMarked
package com.northwind.dispatch.contractrules.docs;

import org.jspecify.annotations.NullMarked;
