/// Commands that may be repeated: the first answer is kept and given again.
///
/// [Commands] runs a [Command] in one transaction with its state, its audit, its events and its
/// [Answer]. A refusal that follows from the state is an answer too; a request that is wrong in
/// itself ([com.northwind.dispatch.processkit.http.ProblemException]) decides nothing and leaves
/// nothing.
@NullMarked
package com.northwind.dispatch.servicekit.command;

import org.jspecify.annotations.NullMarked;
