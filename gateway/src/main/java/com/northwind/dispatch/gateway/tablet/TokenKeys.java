package com.northwind.dispatch.gateway.tablet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The public keys that tablets' tokens are signed with, from a JWKS file (RFC 7517). Keys are
/// rotated by adding to the file and later removing from it; [#refresh()] takes a changed file
/// over, and keeps the old keys when the new file is no good. Thread-safe.
final class TokenKeys {
  private static final Logger log = LoggerFactory.getLogger(TokenKeys.class);

  private static final byte[] NO_SIGNATURE = noSignature();

  private final Path file;
  private byte[] lastRead;
  private volatile Map<String, ECDSAVerifier> verifiers;

  private TokenKeys(Path file, byte[] bytes) throws IOException {
    this.file = file;
    this.lastRead = bytes;
    this.verifiers = parse(bytes);
  }

  /// Reads the file.
  ///
  /// @throws IOException when it cannot be read or holds no usable key; the message says why
  static TokenKeys read(Path file) throws IOException {
    return new TokenKeys(file, Files.readAllBytes(file));
  }

  /// The verifier of the key with that id.
  Optional<ECDSAVerifier> find(String keyId) {
    return Optional.ofNullable(verifiers.get(keyId));
  }

  /// Looks whether the file has changed. Reads a file, so it is called on a timer and not on an
  /// event loop.
  synchronized void refresh() {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (Arrays.equals(bytes, lastRead)) {
        return;
      }
      lastRead = bytes;
      verifiers = parse(bytes);
      log.atInfo().addKeyValue("keys", verifiers.size()).log("token keys replaced");
    } catch (IOException e) {
      log.atError()
          .addKeyValue("file", file)
          .addKeyValue("problem", e.getMessage())
          .log("token keys not readable, the old ones stay");
    }
  }

  private static byte[] noSignature() {
    byte[] signature = new byte[64];
    Arrays.fill(signature, (byte) 1);
    return signature;
  }

  private static Map<String, ECDSAVerifier> parse(byte[] bytes) throws IOException {
    try {
      Map<String, ECDSAVerifier> byId = new HashMap<>();
      for (JWK key : JWKSet.load(new ByteArrayInputStream(bytes)).getKeys()) {
        if (key instanceof ECKey ec && ec.getCurve().equals(Curve.P_256) && ec.getKeyID() != null) {
          byId.put(ec.getKeyID(), tried(new ECDSAVerifier(ec)));
        }
      }
      if (byId.isEmpty()) {
        throw new IOException("no P-256 key with a \"kid\" is in the JWKS file");
      }
      return Map.copyOf(byId);
    } catch (ParseException | JOSEException e) {
      throw new IOException("not a JWKS file: " + e.getMessage(), e);
    }
  }

  /// A verifier that has said no once: it works, and its classes are loaded before an event loop
  /// needs them.
  private static ECDSAVerifier tried(ECDSAVerifier verifier) throws JOSEException {
    boolean accepted =
        verifier.verify(
            new JWSHeader(JWSAlgorithm.ES256), new byte[1], Base64URL.encode(NO_SIGNATURE));
    if (accepted) {
      throw new JOSEException("a key accepts any signature");
    }
    return verifier;
  }
}
