package io.stormdrain.bench.process;

import io.stormdrain.bench.traffic.Apps;
import io.stormdrain.engines.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What {@code ./stormdrain up} starts: the very script, with its heaps and its compilers. */
public final class Installation implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration STOP = Duration.ofSeconds(40);
  private static final Duration STEP = Duration.ofMillis(100);
  private static final int NO_CONTENT = 204;

  /** Of our environment: the rest may hold the receivers of people who want to sleep. */
  private static final List<String> PASSED_ON =
      List.of("PATH", "HOME", "JAVA_HOME", "LANG", "LC_ALL", "TMPDIR");

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Process process;
  private final Path data;
  private final List<Integer> ports;

  private Installation(Process process, Path data, List<Integer> ports) {
    this.process = process;
    this.data = data;
    this.ports = ports;
  }

  /**
   * Starts it, with an empty data folder, and returns when it is ready.
   *
   * @param folder for its data and log
   * @param settings as users write them into {@code stormdrain.env}
   */
  public static Installation start(BenchHome home, Path folder, Map<String, String> settings)
      throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    Path env = folder.resolve("stormdrain.env");
    Files.write(
        env, settings.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    List<Integer> ports = Ports.free(6);
    List<String> command =
        new ArrayList<>(List.of(home.script().toString(), "up", "--data", data.toString()));
    command.addAll(List.of("--env", env.toString()));
    List<String> names =
        List.of("", "analyzer-", "notifier-", "kafka-", "controller-", "postgres-");
    for (int i = 0; i < names.size(); i++) {
      command.addAll(List.of("--" + names.get(i) + "port", Integer.toString(ports.get(i))));
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().retainAll(PASSED_ON);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("up.log").toFile());
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    Installation installation = new Installation(process, data, ports);
    try {
      installation.awaitReady();
    } catch (IllegalStateException | InterruptedException e) {
      installation.close();
      throw e;
    }
    return installation;
  }

  private void awaitReady() throws InterruptedException {
    for (int port : ports.subList(0, 3)) {
      await(
          "ready on port " + port,
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
              .timeout(Duration.ofSeconds(10))
              .build(),
          200);
    }
  }

  /** Lets these apps in, in place of any other, and returns when the door knows them. */
  public void admit(Apps apps) throws IOException, InterruptedException {
    Path fresh = apps.write(data.resolve("sources.yaml.fresh"));
    Files.move(fresh, data.resolve("sources.yaml"), StandardCopyOption.ATOMIC_MOVE);
    HttpRequest nothing =
        HttpRequest.newBuilder(door())
            .header("Authorization", "Basic " + Apps.credentials(apps.names().getLast()))
            .header("Content-Type", "application/logplex-1")
            .header("Logplex-Msg-Count", "0")
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    await("open for " + apps.names().getLast(), nothing, NO_CONTENT);
  }

  private void await(String what, HttpRequest request, int wanted) throws InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (status(request) != wanted) {
      if (System.nanoTime() - end > 0 || !process.isAlive()) {
        throw new IllegalStateException("Stormdrain is not " + what + ", see " + data);
      }
      Thread.sleep(STEP);
    }
  }

  private static int status(HttpRequest request) throws InterruptedException {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Where drains post. */
  public URI door() {
    return URI.create("http://127.0.0.1:" + ports.getFirst() + "/logplex");
  }

  /** Where Kafka's clients connect. */
  public String kafka() {
    return "127.0.0.1:" + ports.get(3);
  }

  /**
   * Sum of the notifier's series that begin so; 0 when there is none.
   *
   * @param series name of the metric, and as much of the labels as counts
   */
  public double notifierMetric(String series) {
    return notifier("/q/metrics")
        .lines()
        .filter(line -> line.startsWith(series))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private String notifier(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.get(2) + path))
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** Its processes by their part: {@code kafka}, {@code postgresql}, {@code launcher}, ... */
  public Map<String, List<ProcessHandle>> processes() throws IOException {
    Map<String, List<ProcessHandle>> parts = new TreeMap<>();
    parts.put("launcher", List.of(process.toHandle()));
    Stream.concat(process.descendants(), postgresql())
        .forEach(p -> parts.computeIfAbsent(part(p), name -> new ArrayList<>()).add(p));
    return parts;
  }

  /** It has left the family: its file says where to find it. */
  private Stream<ProcessHandle> postgresql() throws IOException {
    Path note = data.resolve("postgresql/data/postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(note).getFirst().strip())).stream()
        .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()));
  }

  private static String part(ProcessHandle process) {
    String command = process.info().commandLine().orElse("");
    return Stream.of("ingest", "analyzer", "notifier")
        .filter(name -> command.contains(name + "-service"))
        .findFirst()
        .orElse(command.contains("engines.Broker") ? "kafka" : "postgresql");
  }

  /** As Ctrl-C does. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
