package io.stormdrain.engines.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The protocol in which a browser takes orders from tools. */
final class Orders {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();

  /** What the page complained about: exceptions, refusals of the policy, errors on its console. */
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();

  Orders(HttpClient http, URI page) {
    socket = http.newWebSocketBuilder().buildAsync(page, new Listener()).join();
    for (String part : List.of("Page", "Runtime", "Log")) {
      command(part + ".enable", Map.of());
    }
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  void end() {
    socket.abort();
  }

  JsonNode command(String method, Map<String, ?> parameters) {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    socket
        .sendText(
            JSON.valueToTree(Map.of("id", id, "method", method, "params", parameters)).toString(),
            true)
        .join();
    JsonNode answered = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    if (answered.has("error")) {
      throw new AssertionError(method + ": " + answered.get("error"));
    }
    return answered.path("result");
  }

  private void take(JsonNode said) {
    if (said.has("id")) {
      CompletableFuture<JsonNode> answer = answers.remove(said.get("id").asInt());
      if (answer != null) {
        answer.complete(said);
      }
      return;
    }
    switch (said.path("method").asText()) {
      case "Runtime.exceptionThrown" -> faults.add(said.path("params").toString());
      case "Log.entryAdded" -> {
        JsonNode entry = said.at("/params/entry");
        if (entry.path("level").asText().equals("error")) {
          faults.add(entry.toString());
        }
      }
      case "Runtime.consoleAPICalled" -> faults.add(said.path("params").toString());
      default -> {
        // Of no interest.
      }
    }
  }

  /** Puts together what the browser says. */
  private final class Listener implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        try {
          take(JSON.readTree(text.toString()));
        } catch (IOException e) {
          faults.add(e.toString());
        }
        text.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
