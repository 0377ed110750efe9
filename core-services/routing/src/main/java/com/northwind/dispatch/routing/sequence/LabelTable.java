package com.northwind.dispatch.routing.sequence;

import java.util.Arrays;

/// The labels of the exact search: for each set of visited stops and last stop, the ways of getting
/// there that none of the others beats. Kept in flat arrays; a label is its index.
final class LabelTable {
  static final int NONE = -1;
  private static final int FIRST_CAPACITY = 1024;

  private final int stops;
  private final int[] head;
  private int size;
  private int[] next = new int[FIRST_CAPACITY];
  private int[] parent = new int[FIRST_CAPACITY];
  private int[] last = new int[FIRST_CAPACITY];
  private long[] lateSec = new long[FIRST_CAPACITY];
  private long[] departureSec = new long[FIRST_CAPACITY];
  private long[] distanceM = new long[FIRST_CAPACITY];

  LabelTable(int stops) {
    this.stops = stops;
    this.head = new int[(1 << stops) * stops];
    Arrays.fill(head, NONE);
  }

  /// First label of a set and last stop, or [#NONE].
  int first(int visited, int lastStop) {
    return head[visited * stops + lastStop];
  }

  /// The label after another of the same set and last stop, or [#NONE].
  int after(int label) {
    return next[label];
  }

  int parent(int label) {
    return parent[label];
  }

  int last(int label) {
    return last[label];
  }

  long departureSec(int label) {
    return departureSec[label];
  }

  long lateSec(int label) {
    return lateSec[label];
  }

  long distanceM(int label) {
    return distanceM[label];
  }

  Score score(int label) {
    return new Score(lateSec[label], departureSec[label], distanceM[label]);
  }

  /// Adds a label unless one of its set and last stop is as good in every number; drops those it
  /// makes useless.
  void offer(int visited, int lastStop, int from, long late, long departure, long distance) {
    int state = visited * stops + lastStop;
    int previous = NONE;
    for (int label = head[state]; label != NONE; label = next[label]) {
      if (lateSec[label] <= late
          && departureSec[label] <= departure
          && distanceM[label] <= distance) {
        return;
      }
      if (late <= lateSec[label]
          && departure <= departureSec[label]
          && distance <= distanceM[label]) {
        unlink(state, previous, label);
      } else {
        previous = label;
      }
    }
    ensureRoom();
    next[size] = head[state];
    parent[size] = from;
    last[size] = lastStop;
    lateSec[size] = late;
    departureSec[size] = departure;
    distanceM[size] = distance;
    head[state] = size++;
  }

  private void unlink(int state, int previous, int label) {
    if (previous == NONE) {
      head[state] = next[label];
    } else {
      next[previous] = next[label];
    }
  }

  private void ensureRoom() {
    if (size < next.length) {
      return;
    }
    int capacity = size * 2;
    next = Arrays.copyOf(next, capacity);
    parent = Arrays.copyOf(parent, capacity);
    last = Arrays.copyOf(last, capacity);
    lateSec = Arrays.copyOf(lateSec, capacity);
    departureSec = Arrays.copyOf(departureSec, capacity);
    distanceM = Arrays.copyOf(distanceM, capacity);
  }
}
