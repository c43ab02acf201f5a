package io.stormdrain.ingest.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One connection, as Logplex keeps it: requests one after another, nothing sent before the answer.
 */
final class DrainSocket implements AutoCloseable {
  /** An answer as it stood on the wire; names of headers in lower case. */
  record Answered(int status, Map<String, String> headers, String body, String head) {}

  private final Socket socket;
  private final InputStream in;

  /** To the service under test. */
  DrainSocket() throws IOException {
    this(new Socket(Service.url().getHost(), Service.url().getPort()));
  }

  DrainSocket(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(20_000);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** A request of Logplex with this body. */
  Answered post(String source, byte[] body, String... headers) throws IOException {
    send(head("POST /logplex", source, body.length, headers), body);
    return answer();
  }

  /** A request in chunks of at most so many bytes. */
  Answered postChunked(String source, byte[] body, int most, String... headers) throws IOException {
    send(head("POST /logplex", source, -1, headers));
    for (int at = 0; at < body.length; at += most) {
      sendChunk(body, at, Math.min(most, body.length - at));
    }
    send("0\r\n\r\n".getBytes(ISO_8859_1));
    return answer();
  }

  void sendChunk(byte[] body, int from, int length) throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream(length + 16);
    chunk.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
    chunk.write(body, from, length);
    chunk.writeBytes("\r\n".getBytes(ISO_8859_1));
    send(chunk.toByteArray());
  }

  void send(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    socket.getOutputStream().write(all.toByteArray());
  }

  /** A request's head; a length below 0 means chunks, an empty source no credentials. */
  static byte[] head(String requestLine, String source, int length, String... headers) {
    StringBuilder head = new StringBuilder(requestLine + " HTTP/1.1\r\nHost: logs.example.com\r\n");
    if (!source.isEmpty()) {
      String pair = "drain:" + DoorResource.token(source);
      String encoded = Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
      head.append("Authorization: Basic ").append(encoded).append("\r\n");
    }
    head.append("Content-Type: application/logplex-1\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append(length < 0 ? "Transfer-Encoding: chunked" : "Content-Length: " + length);
    return head.append("\r\n\r\n").toString().getBytes(UTF_8);
  }

  /** The next answer on the connection, which ends where its length says. */
  Answered answer() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int read = in.read();
      if (read < 0) {
        throw new IOException("closed after '" + head + "'");
      }
      head.append((char) read);
    }
    String[] lines = head.toString().strip().split("\r\n", -1);
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      String[] pair = lines[i].split(":", 2);
      headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1].strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), UTF_8);
    return new Answered(
        Integer.parseInt(lines[0].split(" ", -1)[1]), headers, body, head.toString());
  }

  /** Has the service closed the connection, with nothing more to read? */
  boolean isClosedByService() throws IOException {
    return in.read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
