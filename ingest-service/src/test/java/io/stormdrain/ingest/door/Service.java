package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service under test, seen by who operates it. */
final class Service {
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  private Service() {}

  static URI url() {
    return ConfigProvider.getConfig().getValue("test.url", URI.class);
  }

  static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(url().resolve(path)).build();
      return client.send(request, BodyHandlers.ofString());
    }
  }

  /** Asks until the answer has this status. */
  static HttpResponse<String> await(String path, int status)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    HttpResponse<String> answered = get(path);
    while (answered.statusCode() != status && System.nanoTime() < end) {
      answered = get(path);
    }
    assertThat(answered.statusCode()).as(answered.body()).isEqualTo(status);
    return answered;
  }

  static void await(BooleanSupplier met) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!met.getAsBoolean() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(met.getAsBoolean()).isTrue();
  }
}
