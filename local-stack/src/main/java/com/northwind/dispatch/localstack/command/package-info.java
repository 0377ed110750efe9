/// The commands behind `./northwind`: [RunCommand] (the supervisor itself), [UpCommand],
/// [DownCommand], [StatusCommand], [LogsCommand], [TopicCommand], [DeadLettersCommand],
/// [ContractLagCommand] and the demo.
@NullMarked
package com.northwind.dispatch.localstack.command;

import org.jspecify.annotations.NullMarked;
