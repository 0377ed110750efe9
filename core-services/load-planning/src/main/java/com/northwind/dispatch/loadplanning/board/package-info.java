/// The dispatchers' view of loads over HTTP: enter, list, assign, take back, call off, and a load's
/// history.
///
/// [LoadApi] has the routes, [LoadView] is a load as JSON, [LoadViews] adds how far it came with
/// its driver, [LoadProblems] says no in words a dispatcher understands.
@NullMarked
package com.northwind.dispatch.loadplanning.board;

import org.jspecify.annotations.NullMarked;
