package com.northwind.dispatch.tabletpush.grpc;

import com.northwind.dispatch.tabletpush.session.Downlink;
import com.northwind.dispatch.tabletpush.session.Inbound;
import com.northwind.dispatch.tabletpush.session.SessionClose;
import com.northwind.dispatch.tabletpush.session.TabletLink;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/// One call as a session sees it. The session's loop is the only caller, which is what gRPC asks
/// for.
final class GrpcTabletLink implements TabletLink {
  /// How many bytes may wait in the transport before the session stops sending. Together with one
  /// sheet this is what a tablet that does not read can make the transport keep.
  private static final int READY_THRESHOLD_BYTES = 8 * 1024;

  private final ServerCall<Inbound, Downlink> call;
  private final String remoteAddress;
  private boolean headersSent;

  GrpcTabletLink(ServerCall<Inbound, Downlink> call) {
    this.call = call;
    this.remoteAddress = show(call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR));
    call.setOnReadyThreshold(READY_THRESHOLD_BYTES);
  }

  private static String show(@Nullable SocketAddress address) {
    if (address instanceof InetSocketAddress inet && inet.getAddress() != null) {
      return inet.getAddress().getHostAddress() + ":" + inet.getPort();
    }
    return address == null ? "unknown" : address.toString();
  }

  @Override
  public boolean isReady() {
    return !headersSent || call.isReady();
  }

  @Override
  public void send(Downlink message) {
    if (!headersSent) {
      headersSent = true;
      call.sendHeaders(new Metadata());
    }
    call.sendMessage(message);
  }

  @Override
  public void requestNext() {
    call.request(1);
  }

  @Override
  public void close(SessionClose close) {
    call.close(CloseStatus.status(close), CloseStatus.trailers(close));
  }

  @Override
  public void complete() {
    call.close(Status.OK, new Metadata());
  }

  @Override
  public String remoteAddress() {
    return remoteAddress;
  }
}
