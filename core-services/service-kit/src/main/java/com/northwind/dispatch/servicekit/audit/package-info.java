/// The record of who did what, when and why. [Audit] writes and reads it; [AuditEntry] is one line.
/// Lines are added in the transaction that makes the change and never altered.
@NullMarked
package com.northwind.dispatch.servicekit.audit;

import org.jspecify.annotations.NullMarked;
