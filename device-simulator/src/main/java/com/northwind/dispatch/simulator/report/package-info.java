/// What a run tells: [com.northwind.dispatch.simulator.report.ReportJson] for machines,
/// [com.northwind.dispatch.simulator.report.ReportText] for people.
@NullMarked
package com.northwind.dispatch.simulator.report;

import org.jspecify.annotations.NullMarked;
