package com.northwind.dispatch.servicekit.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the audit.
///
/// @param subject what it is about, e.g. a load's id
/// @param at when it was decided, UTC
/// @param actor who decided: a dispatcher, a driver, or a service
/// @param what what was decided, in one sentence
/// @param why the reason given, or null when none was
/// @param cause id of the command or event that led to it
public record AuditEntry(
    String subject, Instant at, String actor, String what, @Nullable String why, String cause) {}
