/// What survives `kill -9` of the simulator: a real ELD has flash memory, a real tablet has
/// storage, and a restarted simulator that forgot them would report losses that no server caused.
///
/// [com.northwind.dispatch.simulator.journal.JournalEntry] lists what is remembered;
/// [com.northwind.dispatch.simulator.journal.FileJournal] keeps it in `run.jsonl`, one JSON object
/// a line:
///
/// ```
/// {"k":"run","runId":"m3k9x2","arguments":"...","atUs":1795350000000000}
/// {"k":"record","device":"ELD-0001","seq":1,"atMs":1795350000123}
/// {"k":"acked","device":"ELD-0001","from":1,"to":1,"atMs":1795350000131}
/// {"k":"closed","atUs":1795350060000000,"exitCode":0}
/// ```
///
/// A journal grows by about 200 bytes per record and 5 KB per assignment.
@NullMarked
package com.northwind.dispatch.simulator.journal;

import org.jspecify.annotations.NullMarked;
