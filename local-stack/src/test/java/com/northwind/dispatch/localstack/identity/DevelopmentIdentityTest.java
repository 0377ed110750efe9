package com.northwind.dispatch.localstack.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentIdentityTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path directory;

  @Test
  void theServerCertificateIsSignedByTheCaForThisMachinesNames() throws Exception {
    DevelopmentIdentity identity = DevelopmentIdentity.in(directory, NOW);

    X509Certificate ca = PemFile.readCertificate(identity.caCertificate());
    X509Certificate server = PemFile.readCertificate(identity.serverCertificate());
    server.verify(ca.getPublicKey());
    ca.verify(ca.getPublicKey());
    assertEquals(
        List.of(List.of(2, "localhost"), List.of(7, "127.0.0.1")),
        List.copyOf(server.getSubjectAlternativeNames()));
  }

  @Test
  void theSameIdentitiesAreThereAtTheNextStart() throws Exception {
    DevelopmentIdentity.in(directory, NOW);
    String ca = Files.readString(directory.resolve("ca.pem"));
    String server = Files.readString(directory.resolve("server.pem"));
    String keys = Files.readString(directory.resolve("token-keys.json"));

    DevelopmentIdentity.in(directory, NOW.plus(Duration.ofDays(1)));

    assertEquals(ca, Files.readString(directory.resolve("ca.pem")));
    assertEquals(server, Files.readString(directory.resolve("server.pem")));
    assertEquals(keys, Files.readString(directory.resolve("token-keys.json")));
  }

  @Test
  void aServerCertificateNearItsEndIsRenewedByTheSameCa() throws Exception {
    DevelopmentIdentity.in(directory, NOW);
    String ca = Files.readString(directory.resolve("ca.pem"));
    String server = Files.readString(directory.resolve("server.pem"));

    DevelopmentIdentity.in(directory, NOW.plus(Duration.ofDays(80)));

    assertEquals(ca, Files.readString(directory.resolve("ca.pem")));
    assertNotEquals(server, Files.readString(directory.resolve("server.pem")));
  }

  @Test
  void aTokenNamesTabletAndDriverAndVerifiesWithThePublishedKey() throws Exception {
    DevelopmentIdentity identity = DevelopmentIdentity.in(directory, NOW);

    SignedJWT token = SignedJWT.parse(identity.tokens().issue("TAB-0001", "D-0001", NOW));

    JWKSet published = JWKSet.parse(Files.readString(identity.tokenKeys()));
    ECKey key = published.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
    assertTrue(token.verify(new ECDSAVerifier(key)));
    assertEquals("TAB-0001", token.getJWTClaimsSet().getSubject());
    assertEquals("D-0001", token.getJWTClaimsSet().getStringClaim("driver"));
    assertEquals("northwind", token.getJWTClaimsSet().getIssuer());
    assertEquals(List.of("northwind-gateway"), token.getJWTClaimsSet().getAudience());
    assertTrue(published.getKeys().stream().noneMatch(jwk -> jwk.isPrivate()));
  }

  @Test
  void privateKeysAreForTheirOwnerOnly() throws Exception {
    DevelopmentIdentity.in(directory, NOW);

    for (String file : List.of("ca-key.pem", "server-key.pem", "token-key.json")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))),
          file);
    }
  }

  @Test
  void theFleetFileHoldsEveryDriverWithATokenAndEveryEld() throws Exception {
    Path file = directory.resolve("fleet.json");
    DevelopmentIdentity identity = DevelopmentIdentity.in(directory, NOW);

    FleetFile.write(file, Fleet.of(3, 2), identity, NOW);

    JsonNode fleet = new ObjectMapper().readTree(file.toFile());
    assertEquals(identity.caCertificate().toString(), fleet.path("caCertificate").asText());
    assertEquals(2, fleet.path("drivers").size());
    assertEquals("T-0002", fleet.path("drivers").path(1).path("tractorId").asText());
    SignedJWT token = SignedJWT.parse(fleet.path("drivers").path(1).path("token").asText());
    assertEquals("TAB-0002", token.getJWTClaimsSet().getSubject());
    assertEquals(3, fleet.path("elds").size());
    assertEquals("350000000000014", fleet.path("elds").path(0).path("imei").asText());
  }
}
