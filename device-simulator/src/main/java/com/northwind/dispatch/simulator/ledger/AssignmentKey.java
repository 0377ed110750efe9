package com.northwind.dispatch.simulator.ledger;

/// One giving of a load to a driver.
///
/// @param loadId the load
/// @param assignmentNo which assignment of the load, from 1
public record AssignmentKey(String loadId, int assignmentNo) {
  @Override
  public String toString() {
    return loadId + "#" + assignmentNo;
  }
}
