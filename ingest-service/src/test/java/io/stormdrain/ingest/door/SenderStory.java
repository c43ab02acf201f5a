package io.stormdrain.ingest.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.ingest.message.Decoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a sender sends when something has failed, from a file in {@code senders}: a few words about
 * it, the request as it stands on the wire, and in a second file the lines that it must become.
 *
 * <p>All of it happened on one day of the past. It is told as if that had been yesterday: lines may
 * be seven days old at most. The bytes stay as many.
 *
 * @param name of the files, and of the source
 * @param about what stands above the request
 * @param text the request, or what goes over the connection
 */
record SenderStory(String name, List<String> about, String text) {
  private static final LocalDate DAY = LocalDate.parse("2026-02-05");

  /** Seconds of that day since 1970, whatever follows them: milliseconds or nanoseconds. */
  private static final Pattern SECONDS = Pattern.compile("\\b(17702[5-9]\\d{4}|17703[0-3]\\d{4})");

  static SenderStory of(String file) {
    String text = new String(Decoding.fixture("senders/" + file), UTF_8);
    List<String> about = text.lines().takeWhile(line -> line.startsWith("# ")).toList();
    int told = about.stream().mapToInt(line -> line.length() + 1).sum();
    // The line feed that ends the file is none of the sender's.
    return new SenderStory(file, about, text.substring(told, text.length() - 1));
  }

  /** The source whose token is shown. */
  String source() {
    return name.substring(0, name.indexOf('.'));
  }

  boolean isSyslog() {
    return name.endsWith(".syslog");
  }

  /** What the file says about itself under this word; nothing when it does not. */
  String told(String word) {
    String opening = "# " + word + ": ";
    return about.stream()
        .filter(line -> line.startsWith(opening))
        .map(line -> line.substring(opening.length()))
        .findFirst()
        .orElse("");
  }

  /** What goes over a connection for syslog. */
  String frames() {
    String all = yesterday(text.strip()).replace("{token}", DoorResource.token(source()));
    if (!told("framing").equals("counted")) {
      return all + '\n';
    }
    StringBuilder counted = new StringBuilder();
    all.lines().forEach(line -> counted.append(line.length()).append(' ').append(line));
    return counted.toString();
  }

  /** The request to its last byte. */
  byte[] request() throws IOException, GeneralSecurityException {
    int end = text.indexOf("\n\n");
    String head = text.substring(0, end);
    byte[] plain = yesterday(text.substring(end + 2)).getBytes(UTF_8);
    byte[] body = head.contains("Content-Encoding: gzip") ? Sending.gzip(plain) : plain;
    String signed = signed(head, body) + "\nContent-Length: " + body.length + "\n\n";
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(signed.replace("\n", "\r\n").getBytes(ISO_8859_1));
    request.writeBytes(body);
    return request.toByteArray();
  }

  private String signed(String head, byte[] body) throws GeneralSecurityException {
    String token = DoorResource.token(source());
    String now = Long.toString(Instant.now().getEpochSecond());
    byte[] sha256 = mac("HmacSHA256", body);
    byte[] webhook = mac("HmacSHA256", ("evt-2." + now + '.').getBytes(UTF_8), body);
    return head.replace("{token}", token)
        .replace("{basic}", base64(("drain:" + token).getBytes(UTF_8)))
        .replace("{now}", now)
        .replace("{sha256-hex}", HexFormat.of().formatHex(sha256))
        .replace("{sha256-base64}", base64(sha256))
        .replace("{sha1-hex}", HexFormat.of().formatHex(mac("HmacSHA1", body)))
        .replace("{webhook}", base64(webhook));
  }

  private byte[] mac(String algorithm, byte[]... parts) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(DoorResource.secret(source()).getBytes(UTF_8), algorithm));
    Arrays.stream(parts).forEach(mac::update);
    return mac.doFinal();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The lines that the request must become, each with what is known about it above its text. */
  String expected() {
    return yesterday(new String(Decoding.fixture("senders/" + source() + ".lines"), UTF_8));
  }

  private static String yesterday(String text) {
    LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    long later = Duration.ofDays(yesterday.toEpochDay() - DAY.toEpochDay()).toSeconds();
    return SECONDS
        .matcher(text.replace(DAY.toString(), yesterday.toString()))
        .replaceAll(found -> Long.toString(Long.parseLong(found.group(1)) + later));
  }
}
