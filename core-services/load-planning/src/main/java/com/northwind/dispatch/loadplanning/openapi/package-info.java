/// The description of the REST API, served as it is kept: `openapi.yaml`. A test holds it and the
/// routes together.
@NullMarked
package com.northwind.dispatch.loadplanning.openapi;

import org.jspecify.annotations.NullMarked;
