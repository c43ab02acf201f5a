package io.stormdrain.engines.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real browser without a window, told what to do by its own protocol for tools. */
public final class Browser implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path profile;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Orders orders;

  private Browser(Path program) throws IOException, InterruptedException {
    profile = Files.createTempDirectory("stormdrain-browser");
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--headless=new",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--no-first-run",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars"));
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--no-sandbox");
    }
    command.add("about:blank");
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String address = address(process.inputReader());
    orders = new Orders(http, page(address));
  }

  /** The browser of this machine, if it has one. */
  public static Optional<Path> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .flatMap(folder ->
            Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts it. */
  public static Browser start(Path program) {
    try {
      return new Browser(program);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What pages complained about so far: exceptions, refusals of the policy, errors. */
  public List<String> faults() {
    return orders.faults();
  }

  /** Goes to a page, and returns when it is there. */
  public void open(URI page) {
    evaluate("window.leaving = true");
    orders.command("Page.navigate", Map.of("url", page.toString()));
    await("!window.leaving && document.readyState === 'complete'");
  }

  /** Waits until an expression is true. */
  public void await(String expression) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!isTrue(expression)) {
      if (System.nanoTime() > until) {
        throw new AssertionError("never came true: " + expression);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** While a page is left there is nothing to ask. */
  private boolean isTrue(String expression) {
    try {
      return evaluate("Boolean(" + expression + ")").asBoolean();
    } catch (AssertionError e) {
      return false;
    }
  }

  /** Value of an expression of the page that is open. */
  public JsonNode evaluate(String expression) {
    return orders
        .command("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true))
        .at("/result/value");
  }

  /** The same for what comes later. */
  public JsonNode promised(String expression) {
    return orders
        .command(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true))
        .at("/result/value");
  }

  /**
   * Looks as through a window.
   *
   * @param scheme {@code light} or {@code dark}
   */
  public void look(int width, String scheme) {
    orders.command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
    orders.command(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Presses {@code Tab} or {@code Enter}. */
  public void key(String key) {
    for (String type : List.of("keyDown", "keyUp")) {
      Map<String, Object> event =
          new HashMap<>(
              Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code(key)));
      if (key.equals("Enter") && type.equals("keyDown")) {
        event.put("text", "\r");
      }
      orders.command("Input.dispatchKeyEvent", event);
    }
  }

  /** Types into what has the focus. */
  public void type(String text) {
    orders.command("Input.insertText", Map.of("text", text));
  }

  /** Keeps a picture of the whole page. */
  public void photograph(Path file) throws IOException {
    JsonNode size = orders.command("Page.getLayoutMetrics", Map.of()).path("cssContentSize");
    Map<String, Integer> whole =
        Map.of(
            "x",
            0,
            "y",
            0,
            "width",
            size.path("width").asInt(),
            "height",
            size.path("height").asInt(),
            "scale",
            1);
    JsonNode picture =
        orders.command(
            "Page.captureScreenshot",
            Map.of("format", "png", "captureBeyondViewport", true, "clip", whole));
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(picture.path("data").asText()));
  }

  private static int code(String key) {
    return switch (key) {
      case "Tab" -> 9;
      case "Enter" -> 13;
      default -> throw new IllegalArgumentException(key);
    };
  }

  private static String address(BufferedReader output) throws IOException {
    String line;
    while ((line = output.readLine()) != null) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        Thread.ofVirtual().start(() -> output.lines().forEach(said -> {}));
        return listening.group(1);
      }
    }
    throw new IOException("the browser ended before it listened");
  }

  private URI page(String address) throws IOException, InterruptedException {
    HttpRequest list =
        HttpRequest.newBuilder(URI.create("http://" + address + "/json/list")).build();
    for (JsonNode target :
        JSON.readTree(http.send(list, HttpResponse.BodyHandlers.ofString()).body())) {
      if (target.path("type").asText().equals("page")) {
        return URI.create(target.path("webSocketDebuggerUrl").asText());
      }
    }
    throw new IOException("the browser has no page");
  }

  @Override
  public void close() throws IOException {
    orders.end();
    http.close();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    }
  }
}
