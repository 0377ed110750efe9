package com.northwind.dispatch.gateway.tablet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.northwind.dispatch.gateway.device.Admission;
import com.northwind.dispatch.gateway.device.DeviceDirectory;
import com.northwind.dispatch.tabletpush.identity.Authentication;
import com.northwind.dispatch.tabletpush.identity.TabletAuthenticator;
import com.northwind.dispatch.tabletpush.identity.TabletIdentity;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks tablets' tokens: a JWT (RFC 7519) signed with ES256 by a key of [TokenKeys], made by
/// [#ISSUER] for [#AUDIENCE], not expired, whose subject is a tablet that is in service, and which
/// names a driver. Computes only. Thread-safe.
final class TokenVerifier implements TabletAuthenticator {
  static final String ISSUER = "northwind";
  static final String AUDIENCE = "northwind-gateway";

  /// How far the issuer's clock may be from ours.
  static final Duration SKEW = Duration.ofSeconds(30);

  private final TokenKeys keys;
  private final DeviceDirectory directory;
  private final Clock clock;

  TokenVerifier(TokenKeys keys, DeviceDirectory directory, Clock clock) {
    this.keys = keys;
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      Optional<String> problem = problemOfSignature(jwt);
      return problem.isPresent()
          ? new Authentication.Rejected(problem.get())
          : claims(jwt.getJWTClaimsSet());
    } catch (ParseException e) {
      return new Authentication.Rejected("the token is not a signed JWT");
    } catch (JOSEException e) {
      return new Authentication.Rejected("the token's signature cannot be checked");
    }
  }

  private Optional<String> problemOfSignature(SignedJWT jwt) throws JOSEException {
    if (!JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())) {
      return Optional.of("the token is not signed with ES256");
    }
    String keyId = jwt.getHeader().getKeyID();
    Optional<ECDSAVerifier> verifier = keyId == null ? Optional.empty() : keys.find(keyId);
    if (verifier.isEmpty()) {
      return Optional.of("the token's key is not known here: kid " + keyId);
    }
    return jwt.verify(verifier.get())
        ? Optional.empty()
        : Optional.of("the token's signature is wrong");
  }

  private Authentication claims(@Nullable JWTClaimsSet claims) throws ParseException {
    if (claims == null) {
      return new Authentication.Rejected("the token has no claims");
    }
    Instant now = clock.instant();
    if (!ISSUER.equals(claims.getIssuer())) {
      return new Authentication.Rejected("the token's issuer is not " + ISSUER);
    }
    if (!claims.getAudience().contains(AUDIENCE)) {
      return new Authentication.Rejected("the token is not meant for " + AUDIENCE);
    }
    Date expiry = claims.getExpirationTime();
    if (expiry == null) {
      return new Authentication.Rejected("the token does not expire");
    }
    if (now.isAfter(expiry.toInstant().plus(SKEW))) {
      return new Authentication.Rejected("the token expired at " + expiry.toInstant());
    }
    Date notBefore = claims.getNotBeforeTime();
    if (notBefore != null && now.isBefore(notBefore.toInstant().minus(SKEW))) {
      return new Authentication.Rejected("the token is not valid before " + notBefore.toInstant());
    }
    String tablet = claims.getSubject();
    String driver = claims.getStringClaim("driver");
    if (tablet == null || tablet.isBlank() || driver == null || driver.isBlank()) {
      return new Authentication.Rejected("the token needs a tablet in \"sub\" and a \"driver\"");
    }
    return admitted(new TabletIdentity(tablet, driver));
  }

  private Authentication admitted(TabletIdentity identity) {
    return switch (directory.admitTablet(identity.tabletId())) {
      case Admission.Admitted(_) -> new Authentication.Verified(identity);
      case Admission.Refused(_, String deviceId, String detail) ->
          deviceId.isEmpty()
              ? new Authentication.Rejected(detail)
              : new Authentication.Revoked(detail);
    };
  }
}
