package com.northwind.dispatch.gateway.tablet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.device.v1.DeviceKind;
import com.northwind.dispatch.contracts.device.v1.DeviceStatus;
import com.northwind.dispatch.gateway.device.DeviceDirectory;
import com.northwind.dispatch.tabletpush.fake.ManualClock;
import com.northwind.dispatch.tabletpush.identity.Authentication;
import com.northwind.dispatch.tabletpush.identity.TabletIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenVerifierTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final ManualClock clock = new ManualClock(NOW);
  private final DeviceDirectory directory = new DeviceDirectory();
  private final ECKey key = newKey("k1");
  @TempDir private Path files;
  private Path jwks;
  private TokenKeys keys;
  private TokenVerifier verifier;

  @BeforeEach
  void start() throws IOException {
    jwks = files.resolve("keys.json");
    publish(key);
    keys = TokenKeys.read(jwks);
    verifier = new TokenVerifier(keys, directory, clock);
    put("TAB-1", DeviceStatus.DEVICE_STATUS_ACTIVE);
  }

  @Test
  void verifiesAGoodToken() {
    Authentication result = verifier.authenticate(sign(claims().build(), key));
    assertEquals(new Authentication.Verified(new TabletIdentity("TAB-1", "D-1")), result);
  }

  @Test
  void allowsTheIssuersClockToBeALittleAhead() {
    String token = sign(claims().expirationTime(at(Duration.ofSeconds(-29))).build(), key);
    assertInstanceOf(Authentication.Verified.class, verifier.authenticate(token));
  }

  @Test
  void rejectsATokenThatExpired() {
    assertRejected(claims().expirationTime(at(Duration.ofSeconds(-31))), "expired");
  }

  @Test
  void rejectsATokenThatNeverExpires() {
    assertRejected(claims().expirationTime(null), "does not expire");
  }

  @Test
  void rejectsATokenThatIsNotYetValid() {
    assertRejected(claims().notBeforeTime(at(Duration.ofSeconds(31))), "not valid before");
  }

  @Test
  void rejectsATokenOfAnotherIssuer() {
    assertRejected(claims().issuer("someone"), "issuer");
  }

  @Test
  void rejectsATokenForAnotherAudience() {
    assertRejected(claims().audience("dispatch-desk"), "not meant for");
  }

  @Test
  void rejectsATokenWithoutADriver() {
    assertRejected(claims().claim("driver", null), "driver");
  }

  @Test
  void rejectsATabletThatIsNotKnown() {
    assertRejected(claims().subject("TAB-2"), "TAB-2");
  }

  @Test
  void rejectsASignatureByAnotherKeyOfTheSameName() {
    assertRejected(sign(claims().build(), newKey("k1")), "signature is wrong");
  }

  @Test
  void rejectsAKeyThatIsNotKnown() {
    assertRejected(sign(claims().build(), newKey("k9")), "kid k9");
  }

  @Test
  void rejectsATokenThatIsNotSigned() {
    assertRejected(new PlainJWT(claims().build()).serialize(), "not a signed JWT");
  }

  @Test
  void rejectsAnotherAlgorithmEvenWithThePublicKeyAsItsSecret() throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims().build());
    token.sign(new MACSigner(key.toPublicJWK().toJSONString()));
    assertRejected(token.serialize(), "ES256");
  }

  @Test
  void saysThatASuspendedTabletIsRevoked() {
    put("TAB-1", DeviceStatus.DEVICE_STATUS_SUSPENDED);
    Authentication result = verifier.authenticate(sign(claims().build(), key));
    assertEquals(new Authentication.Revoked("device TAB-1 is suspended"), result);
  }

  @Test
  void takesANewKeyOverAndForgetsTheOldOneWhenTheFileChanges() throws IOException {
    ECKey next = newKey("k2");
    publish(next);
    keys.refresh();

    assertInstanceOf(
        Authentication.Verified.class, verifier.authenticate(sign(claims().build(), next)));
    assertRejected(sign(claims().build(), key), "kid k1");
  }

  @Test
  void keepsTheOldKeysWhenTheNewFileIsNoGood() throws IOException {
    Files.writeString(jwks, "{\"keys\": [");
    keys.refresh();

    assertInstanceOf(
        Authentication.Verified.class, verifier.authenticate(sign(claims().build(), key)));
  }

  private void assertRejected(JWTClaimsSet.Builder claims, String because) {
    assertRejected(sign(claims.build(), key), because);
  }

  private void assertRejected(String token, String because) {
    Authentication.Rejected rejected =
        assertInstanceOf(Authentication.Rejected.class, verifier.authenticate(token));
    assertTrue(rejected.because().contains(because), rejected.because());
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("northwind")
        .audience("northwind-gateway")
        .subject("TAB-1")
        .claim("driver", "D-1")
        .expirationTime(at(Duration.ofHours(1)));
  }

  private static Date at(Duration fromNow) {
    return Date.from(NOW.plus(fromNow));
  }

  private static String sign(JWTClaimsSet claims, ECKey by) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(by.getKeyID()).build(), claims);
      token.sign(new ECDSASigner(by));
      return token.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static ECKey newKey(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private void publish(ECKey published) throws IOException {
    Files.writeString(jwks, new JWKSet(List.of(published.toPublicJWK())).toString());
  }

  private void put(String tabletId, DeviceStatus status) {
    directory.apply(
        tabletId,
        Device.newBuilder()
            .setDeviceId(tabletId)
            .setKind(DeviceKind.DEVICE_KIND_TABLET)
            .setStatus(status)
            .build());
  }
}
