package io.stormdrain.ingest.door;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A certificate that signs itself, made with the JDK's keytool, as the two PEM files of a door. */
record Certificate(String certificate, String key) {
  private static final Path FOLDER = Path.of("target", "tls");
  private static final String PASSWORD = "changeit";

  static Certificate named(String name) {
    try {
      Path store = Files.createDirectories(FOLDER).resolve(name + ".p12");
      Files.deleteIfExists(store);
      keytool(name, store);
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        keys.load(in, PASSWORD.toCharArray());
      }
      return new Certificate(
          pem("CERTIFICATE", keys.getCertificate(name).getEncoded()),
          pem("PRIVATE KEY", keys.getKey(name, PASSWORD.toCharArray()).getEncoded()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void keytool(String name, Path store) throws IOException {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command =
        List.of(
            keytool.toString(),
            "-genkeypair",
            "-alias",
            name,
            "-keyalg",
            "EC",
            "-dname",
            "CN=" + name,
            "-validity",
            "30",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), US_ASCII);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("keytool: " + said);
    }
  }

  private static String pem(String what, byte[] bytes) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, lines, what);
  }

  /** Replaces the files that the service reads. */
  void write() {
    try {
      replace("key.pem", key);
      replace("cert.pem", certificate);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void replace(String name, String content) throws IOException {
    Path written = Files.writeString(FOLDER.resolve(name + ".new"), content);
    Files.move(written, FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  /** The settings of README.md. */
  static Map<String, String> settings(int port) {
    return Map.of(
        "quarkus.tls.door.key-store.pem.main.cert", FOLDER.resolve("cert.pem").toString(),
        "quarkus.tls.door.key-store.pem.main.key", FOLDER.resolve("key.pem").toString(),
        "quarkus.tls.door.reload-period", "1S",
        "quarkus.http.tls-configuration-name", "door",
        "quarkus.http.test-ssl-port", String.valueOf(port));
  }
}
