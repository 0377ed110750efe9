package com.northwind.dispatch.routing.itinerary;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import com.northwind.dispatch.contracts.routing.v1.RouteAssigned;
import com.northwind.dispatch.contracts.routing.v1.RouteInfeasible;
import com.northwind.dispatch.contracts.routing.v1.RouteRevoked;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The table `route_decision`: each decision as it was published.
final class PostgresDecisionStore {
  private static final String INSERT =
      """
      insert into route_decision
        (load_id, sequence_no, assignment_no, kind, content, proof, travel_model, decided_at)
      values (?, ?, ?, ?, ?::jsonb, ?, ?, ?)
      """;
  private static final String OF_ASSIGNMENT =
      """
      select kind, content, proof, travel_model
      from route_decision
      where load_id = ? and assignment_no = ?
      order by sequence_no
      """;

  private final JsonFormat.Printer printer = JsonFormat.printer().omittingInsignificantWhitespace();
  private final JsonFormat.Parser parser = JsonFormat.parser().ignoringUnknownFields();

  /// A decision as it was published.
  ///
  /// @param proof whether the order is the best there is; null when the decision has no order
  /// @param travelModel names the model the legs come from; null when the decision has no order
  record Published(Message content, @Nullable String proof, @Nullable String travelModel) {}

  /// Adds a decision; its number must be new.
  void append(Transaction transaction, RouteEvent.Decision decision, Message content)
      throws SQLException {
    @Nullable Itinerary itinerary =
        decision instanceof RouteEvent.Assigned assigned ? assigned.itinerary() : null;
    transaction
        .sql(INSERT)
        .with(
            decision.load().value(),
            decision.sequenceNo(),
            decision.assignmentNo(),
            kindOf(decision),
            print(content),
            itinerary == null ? null : itinerary.proof().name(),
            itinerary == null ? null : itinerary.travelModel(),
            decision.decidedAt())
        .update();
  }

  /// The decisions about an assignment, oldest first.
  List<Published> ofAssignment(Transaction transaction, LoadId load, int assignmentNo)
      throws SQLException {
    return transaction.sql(OF_ASSIGNMENT).with(load.value(), assignmentNo).list(this::read);
  }

  private Published read(ResultSet row) throws SQLException {
    Message.Builder content =
        switch (row.getString("kind")) {
          case "ASSIGNED" -> RouteAssigned.newBuilder();
          case "REVOKED" -> RouteRevoked.newBuilder();
          case "INFEASIBLE" -> RouteInfeasible.newBuilder();
          default -> throw new SQLException("route_decision.kind is " + row.getString("kind"));
        };
    try {
      parser.merge(row.getString("content"), content);
    } catch (InvalidProtocolBufferException e) {
      throw new SQLException("route_decision.content is not what its kind says", e);
    }
    return new Published(content.build(), row.getString("proof"), row.getString("travel_model"));
  }

  private String print(Message content) {
    try {
      return printer.print(content);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("cannot write a decision as JSON", e);
    }
  }

  private static String kindOf(RouteEvent.Decision decision) {
    return switch (decision) {
      case RouteEvent.Assigned _ -> "ASSIGNED";
      case RouteEvent.Revoked _ -> "REVOKED";
      case RouteEvent.Infeasible _ -> "INFEASIBLE";
    };
  }
}
