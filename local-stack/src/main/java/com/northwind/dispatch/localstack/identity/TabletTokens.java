package com.northwind.dispatch.localstack.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/// Signs the tokens tablets show the gateway: JWTs with ES256.
///
/// | claim | value |
/// |---|---|
/// | `iss` | `northwind` |
/// | `aud` | `northwind-gateway` |
/// | `sub` | the tablet's id |
/// | `driver` | the driver who may sign in on it |
/// | `exp` | end of its life |
public final class TabletTokens {
  private static final Duration LIFE = Duration.ofDays(30);

  private final ECKey key;

  private TabletTokens(ECKey key) {
    this.key = key;
  }

  static TabletTokens create() {
    try {
      return new TabletTokens(
          new ECKeyGenerator(Curve.P_256)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.ES256)
              .keyIDFromThumbprint(true)
              .generate());
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot make the key that signs tablet tokens", e);
    }
  }

  static TabletTokens ofPrivateJwk(String json) {
    try {
      return new TabletTokens(ECKey.parse(json));
    } catch (ParseException e) {
      throw new IllegalStateException("the key that signs tablet tokens is not a JWK", e);
    }
  }

  /// The private key, as a JWK.
  String privateJwk() {
    return key.toJSONString();
  }

  /// The public key, as a JWKS.
  String publicJwks() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  /// A token for one driver on one tablet, valid from now.
  public String issue(String tabletId, String driverId, Instant now) {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
            new JWTClaimsSet.Builder()
                .issuer("northwind")
                .audience("northwind-gateway")
                .subject(tabletId)
                .claim("driver", driverId)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build());
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign a token for tablet " + tabletId, e);
    }
    return token.serialize();
  }
}
