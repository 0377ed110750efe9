@NullMarked
package com.northwind.dispatch.schemaregistry.registration;

import org.jspecify.annotations.NullMarked;
