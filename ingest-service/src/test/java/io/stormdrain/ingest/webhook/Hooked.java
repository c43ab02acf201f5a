package io.stormdrain.ingest.webhook;

import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.source.Platform;
import io.stormdrain.ingest.source.SigningSecret;
import io.stormdrain.ingest.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Requests of platforms, read. */
final class Hooked {
  private Hooked() {}

  static HookMessages of(String platform, byte[] body, Map<String, String> headers) {
    Hook hook = Objects.requireNonNull(Hooks.all().get(platform), platform);
    return HookMessages.of(hook, delivered(body, headers));
  }

  static List<Message> all(String platform, byte[] body, Map<String, String> headers) {
    HookMessages messages = of(platform, body, headers);
    List<Message> all = new ArrayList<>();
    for (Message message = messages.next(); message != null; message = messages.next()) {
      all.add(message);
    }
    return all;
  }

  /** For a source that has these secrets. */
  static Delivered delivered(byte[] body, Map<String, String> headers, String... secrets) {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    List<SigningSecret> known = List.of(secrets).stream().map(SigningSecret::of).toList();
    return Delivered.of(
        anyCase::get, body, body.length, new Source("shop", "shop", Platform.OTHER, null, known));
  }
}
