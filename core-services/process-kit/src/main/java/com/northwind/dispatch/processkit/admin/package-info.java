/// The port for operators: `/healthz`, `/readyz` and `/metrics`, apart from every port that devices
/// or dispatchers reach.
@NullMarked
package com.northwind.dispatch.processkit.admin;

import org.jspecify.annotations.NullMarked;
