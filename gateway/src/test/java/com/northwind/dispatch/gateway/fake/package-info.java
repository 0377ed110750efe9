/// What the gateway's tests play with: a [RunningGateway] on a real broker, an [EldSocket] that
/// speaks like a device, a [TopicProbe] that reads what came out.
@NullMarked
package com.northwind.dispatch.gateway.fake;

import org.jspecify.annotations.NullMarked;
