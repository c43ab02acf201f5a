package io.stormdrain.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPOutputStream;

/** One request of a sender that is not Logplex. */
final class Sending {
  private final HttpRequest.Builder request;

  private Sending(HttpRequest.Builder request) {
    this.request = request;
  }

  static Sending to(String path) {
    return new Sending(HttpRequest.newBuilder(Service.url().resolve(path)));
  }

  /** With the source's token as bearer token. */
  Sending from(String source) {
    return with("Authorization", "Bearer " + DoorResource.token(source));
  }

  Sending with(String header, String value) {
    request.setHeader(header, value);
    return this;
  }

  HttpResponse<byte[]> post(String type, byte[] body) throws IOException, InterruptedException {
    if (!type.isEmpty()) {
      request.setHeader("Content-Type", type);
    }
    return send(request.POST(BodyPublishers.ofByteArray(body)));
  }

  HttpResponse<byte[]> post(String type, String body) throws IOException, InterruptedException {
    return post(type, body.getBytes(UTF_8));
  }

  HttpResponse<byte[]> postGzip(String type, byte[] body) throws IOException, InterruptedException {
    return with("Content-Encoding", "gzip").post(type, gzip(body));
  }

  HttpResponse<byte[]> get() throws IOException, InterruptedException {
    return send(request.GET());
  }

  HttpResponse<byte[]> method(String method) throws IOException, InterruptedException {
    return send(request.method(method, BodyPublishers.noBody()));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    }
  }

  static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }

  static String text(HttpResponse<byte[]> answered) {
    return new String(answered.body(), UTF_8);
  }
}
