package io.stormdrain.acceptance;

import io.stormdrain.engines.Engines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** An ingest-service of its own, with a spool. */
final class SpoolDoor implements AutoCloseable {

  private static final Path FOLDER = Path.of("target", "stage").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration DRAINED = Duration.ofSeconds(60);

  /** No answer. */
  static final int GONE = 0;

  final Service service;
  private final String app;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * Starts it.
   *
   * @param app its only source
   */
  SpoolDoor(String app, Path spool) {
    this.app = app;
    Map<String, String> environment = new TreeMap<>();
    environment.put("KAFKA_BOOTSTRAP_SERVERS", Engines.kafka());
    environment.put("STORMDRAIN_SOURCES_FILE", sources().toString());
    environment.put("STORMDRAIN_SPOOL_DIR", spool.toString());
    environment.put("STORMDRAIN_INGEST_SPOOL_AFTER", "1S");
    service = new Service("ingest", freePort(), FOLDER.resolve(app + ".log"), environment);
    service.start();
    service.awaitReady();
  }

  /**
   * Delivers a frame with one line.
   *
   * @return the status of the answer, or {@link #GONE}
   */
  int post(String frame, String text) {
    String line = "<190>1 %s host app web.1 - %s\n".formatted(Instant.now(), text);
    HttpRequest request =
        HttpRequest.newBuilder(service.at("/logplex"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token())
            .header("Logplex-Frame-Id", frame)
            .POST(HttpRequest.BodyPublishers.ofString(line.length() + " " + line))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return GONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return GONE;
    }
  }

  double waiting() {
    return service.metric("stormdrain_ingest_spool_waiting_lines");
  }

  /** Returns when the spool is empty. */
  void awaitDrained() {
    Await.until(
        "that the spool is drained",
        DRAINED,
        () -> service.get("/q/metrics").contains("\nstormdrain_ingest_spool_waiting_lines 0"),
        () -> waiting() + " lines wait\n" + service.log());
  }

  @Override
  public void close() {
    service.stop();
    http.close();
  }

  private Path sources() {
    try {
      Files.createDirectories(FOLDER);
      return Files.writeString(
          FOLDER.resolve(app + "-sources.yaml"),
          "sources: [{id: %1$s, app: %1$s, platform: heroku, tokens: [%2$s]}]\n"
              .formatted(app, token()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String token() {
    return app + "-token-0123456789abcdefghijklmnopq";
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
