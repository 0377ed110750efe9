package com.northwind.dispatch.localstack.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/// The identities of this machine, kept in one directory: made once, renewed when near their end.
///
/// @param directory where the files are
/// @param tokens signs tablet tokens
public record DevelopmentIdentity(Path directory, TabletTokens tokens) {
  private static final Duration CA_RENEWAL = Duration.ofDays(100);
  private static final Duration SERVER_RENEWAL = Duration.ofDays(14);

  /// Reads the identities in a directory and makes those that are missing or near their end.
  public static DevelopmentIdentity in(Path directory, Instant now) {
    Path home = directory.toAbsolutePath();
    try {
      Files.createDirectories(home);
      renewCertificates(home, now);
      return new DevelopmentIdentity(home, tokens(home));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep identities in " + home, e);
    }
  }

  /// The certificate tablets trust.
  public Path caCertificate() {
    return directory.resolve("ca.pem");
  }

  /// The gateway's certificate, followed by the CA's.
  public Path serverCertificate() {
    return directory.resolve("server.pem");
  }

  /// The gateway's private key, PKCS #8.
  public Path serverKey() {
    return directory.resolve("server-key.pem");
  }

  /// The public keys that verify tablet tokens, a JWKS.
  public Path tokenKeys() {
    return directory.resolve("token-keys.json");
  }

  private static void renewCertificates(Path home, Instant now) {
    Path ca = home.resolve("ca.pem");
    Path caKey = home.resolve("ca-key.pem");
    Path server = home.resolve("server.pem");
    boolean newCa = endsWithin(ca, CA_RENEWAL, now) || !Files.exists(caKey);
    CertificateAuthority authority =
        newCa
            ? CertificateAuthority.create(now)
            : new CertificateAuthority(PemFile.readCertificate(ca), PemFile.readKey(caKey));
    if (newCa) {
      PemFile.writeKey(caKey, authority.key());
      PemFile.writeCertificates(ca, authority.certificate());
    }
    if (newCa
        || endsWithin(server, SERVER_RENEWAL, now)
        || !Files.exists(home.resolve("server-key.pem"))) {
      CertificateAuthority.Issued issued = authority.issueForLocalhost(now);
      PemFile.writeKey(home.resolve("server-key.pem"), issued.key());
      PemFile.writeCertificates(server, issued.certificate(), authority.certificate());
    }
  }

  private static boolean endsWithin(Path file, Duration margin, Instant now) {
    if (!Files.exists(file)) {
      return true;
    }
    X509Certificate certificate = PemFile.readCertificate(file);
    return certificate.getNotAfter().toInstant().isBefore(now.plus(margin));
  }

  private static TabletTokens tokens(Path home) throws IOException {
    Path key = home.resolve("token-key.json");
    TabletTokens tokens =
        Files.exists(key)
            ? TabletTokens.ofPrivateJwk(Files.readString(key))
            : TabletTokens.create();
    if (!Files.exists(key)) {
      PemFile.writePrivately(key, tokens.privateJwk());
    }
    Files.writeString(home.resolve("token-keys.json"), tokens.publicJwks());
    return tokens;
  }
}
