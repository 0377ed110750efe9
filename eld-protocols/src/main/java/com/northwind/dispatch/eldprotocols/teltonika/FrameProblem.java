package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.contracts.eld.v1.RejectReason;

/// Why a frame cannot be read.
///
/// @param index where in the buffer
/// @param detail in one sentence, with what was expected and what was found
record FrameProblem(RejectReason reason, int index, String detail) {}
