/// Who is at the other end of a stream.
///
/// | Type                  | What it is                                                            |
/// |-----------------------|-----------------------------------------------------------------------|
/// | [TabletIdentity]      | the tablet and the driver a token stands for                          |
/// | [TabletAuthenticator] | checks a token; the gateway implements it over signed tokens          |
/// | [Authentication]      | what the check comes to                                               |
@NullMarked
package com.northwind.dispatch.tabletpush.identity;

import org.jspecify.annotations.NullMarked;
