/// What every core service's start is made of.
///
/// [CoreService] brings up, in this order: the admin port, the database pool, the migrations
/// (waiting for the server), the outbox's relay, housekeeping. The service then adds its consumers
/// and its REST routes. Until all of that stands, `/readyz` names what is missing. [OpenApi] serves
/// the description of the REST API. [ServiceSettings] is the configuration that all services share.
@NullMarked
package com.northwind.dispatch.servicekit.service;

import org.jspecify.annotations.NullMarked;
