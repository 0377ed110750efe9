/// Reading topics as people do during an incident: [TopicReader] reads, [ReadFrom] says where it
/// begins, [RecordLine] is one record on one line.
@NullMarked
package com.northwind.dispatch.localstack.topic;

import org.jspecify.annotations.NullMarked;
