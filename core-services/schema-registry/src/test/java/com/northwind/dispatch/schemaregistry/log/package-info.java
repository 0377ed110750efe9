@NullMarked
package com.northwind.dispatch.schemaregistry.log;

import org.jspecify.annotations.NullMarked;
