/// The commands behind `./northwind`: [RunCommand] (the supervisor itself), [UpCommand],
/// [DownCommand], [StatusCommand], [LogsCommand], [TopicCommand] and the demo.
@NullMarked
package com.northwind.dispatch.localstack.command;

import org.jspecify.annotations.NullMarked;
