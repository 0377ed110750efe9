/// What waits for a driver. Plain classes without I/O; each mailbox belongs to one driver's loop.
///
/// | Type             | What it is                                                                |
/// |------------------|---------------------------------------------------------------------------|
/// | [Mailbox]        | one driver's lanes                                                        |
/// | [StateLane]      | newest revision supersedes: the route sheet                               |
/// | [MailboxEntries] | one session's reading position                                            |
/// | [MailboxEntry]   | what reading gives: a sheet, or "you are caught up"                       |
/// | [SheetFrame]     | a sheet in its wire form, made once and shared by all who send it         |
/// | [Unconfirmed]    | a sheet that was sent and is not yet known to be on the tablet            |
@NullMarked
package com.northwind.dispatch.tabletpush.mailbox;

import org.jspecify.annotations.NullMarked;
