package com.northwind.dispatch.tabletpush.grpc;

import com.northwind.dispatch.contracts.tablet.v1.TabletServiceGrpc;
import com.northwind.dispatch.tabletpush.identity.Authentication;
import com.northwind.dispatch.tabletpush.identity.TabletAuthenticator;
import com.northwind.dispatch.tabletpush.identity.TabletIdentity;
import com.northwind.dispatch.tabletpush.session.Downlink;
import com.northwind.dispatch.tabletpush.session.Inbound;
import com.northwind.dispatch.tabletpush.session.SessionClose;
import com.northwind.dispatch.tabletpush.session.TabletSession;
import com.northwind.dispatch.tabletpush.session.TabletSessions;
import com.northwind.dispatch.tabletpush.session.TabletSessions.Admission;
import io.grpc.BindableService;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `northwind.tablet.v1.TabletService`: checks the token of each new stream, and gives the stream
/// to a session. The check is part of the service, so no server can be put together without it.
public final class TabletStreams implements BindableService {
  private static final Logger LOG = LoggerFactory.getLogger(TabletStreams.class);
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final String BEARER = "bearer ";

  private final TabletAuthenticator authenticator;
  private final TabletSessions sessions;
  private final int maxMessageBytes;

  /// @param maxMessageBytes largest message a tablet may send
  public TabletStreams(
      TabletAuthenticator authenticator, TabletSessions sessions, int maxMessageBytes) {
    this.authenticator = authenticator;
    this.sessions = sessions;
    this.maxMessageBytes = maxMessageBytes;
  }

  @Override
  public ServerServiceDefinition bindService() {
    MethodDescriptor<Inbound, Downlink> method = StreamMarshallers.method(maxMessageBytes);
    ServiceDescriptor service =
        ServiceDescriptor.newBuilder(TabletServiceGrpc.SERVICE_NAME)
            .setSchemaDescriptor(TabletServiceGrpc.getServiceDescriptor().getSchemaDescriptor())
            .addMethod(method)
            .build();
    return ServerServiceDefinition.builder(service).addMethod(method, this::start).build();
  }

  private ServerCall.Listener<Inbound> start(ServerCall<Inbound, Downlink> call, Metadata headers) {
    GrpcTabletLink link = new GrpcTabletLink(call);
    return switch (admit(headers.get(AUTHORIZATION), link)) {
      case Admission.Admitted(TabletSession session) -> {
        session.start();
        yield new StreamListener(session);
      }
      case Admission.Refused(SessionClose close) -> {
        link.close(close);
        yield new ServerCall.Listener<>() {};
      }
    };
  }

  private Admission admit(@Nullable String authorization, GrpcTabletLink link) {
    if (authorization == null) {
      return sessions.refused(
          SessionClose.unauthenticated("metadata \"authorization: Bearer TOKEN\" is missing"));
    }
    if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return sessions.refused(
          SessionClose.unauthenticated("metadata \"authorization\" is not a bearer token"));
    }
    return switch (authenticate(authorization.substring(BEARER.length()).strip())) {
      case Authentication.Verified(TabletIdentity identity) -> sessions.admit(identity, link);
      case Authentication.Rejected(String because) ->
          sessions.refused(SessionClose.unauthenticated(because));
      case Authentication.Revoked(String because) ->
          sessions.refused(SessionClose.revoked(because));
      case null -> sessions.refused(SessionClose.overload("tokens cannot be checked now"));
    };
  }

  private @Nullable Authentication authenticate(String token) {
    try {
      return authenticator.authenticate(token);
    } catch (RuntimeException e) {
      LOG.error("a tablet's token cannot be checked", e);
      return null;
    }
  }

  /// Hands what happens on a call to its session.
  private static final class StreamListener extends ServerCall.Listener<Inbound> {
    private final TabletSession session;

    StreamListener(TabletSession session) {
      this.session = session;
    }

    @Override
    public void onMessage(Inbound message) {
      session.receive(message);
    }

    @Override
    public void onReady() {
      session.onReady();
    }

    @Override
    public void onHalfClose() {
      session.onHalfClose();
    }

    @Override
    public void onCancel() {
      session.onCancel();
    }
  }
}
