package com.northwind.dispatch.execution.stop;

import com.northwind.dispatch.execution.position.Place;
import com.northwind.dispatch.servicekit.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A [Presence] as the columns `presence…` of `run_stop` hold it.
record PresenceRow(
    String name,
    @Nullable Instant since,
    boolean slow,
    @Nullable Double latitudeDeg,
    @Nullable Double longitudeDeg) {

  static PresenceRow of(Presence presence) {
    return switch (presence) {
      case Presence.Away _ -> plain("AWAY");
      case Presence.Entering(Instant since, Place where, boolean slow) ->
          new PresenceRow("ENTERING", since, slow, where.latitudeDeg(), where.longitudeDeg());
      case Presence.There _ -> plain("THERE");
      case Presence.Leaving(Instant since, Place where) ->
          new PresenceRow("LEAVING", since, false, where.latitudeDeg(), where.longitudeDeg());
      case Presence.Left _ -> plain("LEFT");
    };
  }

  static Presence read(ResultSet row) throws SQLException {
    String name = row.getString("presence");
    return switch (name) {
      case "AWAY" -> new Presence.Away();
      case "ENTERING" ->
          new Presence.Entering(
              Columns.instant(row, "presence_since"), where(row), row.getBoolean("presence_slow"));
      case "THERE" -> new Presence.There();
      case "LEAVING" -> new Presence.Leaving(Columns.instant(row, "presence_since"), where(row));
      case "LEFT" -> new Presence.Left();
      default -> throw new SQLException("run_stop.presence is " + name);
    };
  }

  private static PresenceRow plain(String name) {
    return new PresenceRow(name, null, false, null, null);
  }

  private static Place where(ResultSet row) throws SQLException {
    return new Place(
        row.getDouble("presence_latitude_deg"), row.getDouble("presence_longitude_deg"));
  }
}
