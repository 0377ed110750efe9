@NullMarked
package com.northwind.dispatch.schemaregistry;

import org.jspecify.annotations.NullMarked;
