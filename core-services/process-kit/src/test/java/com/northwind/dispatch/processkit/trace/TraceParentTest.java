package com.northwind.dispatch.processkit.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TraceParentTest {
  private static final String W3C_FORM = "00-[0-9a-f]{32}-[0-9a-f]{16}-01";

  @Test
  void beginsATraceInTheStandardsForm() {
    assertTrue(TraceParent.begin().matches(W3C_FORM));
  }

  @Test
  void keepsTheTraceAndChangesTheSpan() {
    String parent = TraceParent.begin();

    String child = TraceParent.continueFrom(parent);

    assertTrue(child.matches(W3C_FORM), child);
    assertEquals(parent.substring(0, 35), child.substring(0, 35));
    assertNotEquals(parent, child);
  }

  @Test
  void beginsAnewWhereThereIsNothingToContinue() {
    assertTrue(TraceParent.continueFrom(null).matches(W3C_FORM));
    assertTrue(TraceParent.continueFrom("garbage").matches(W3C_FORM));
  }
}
