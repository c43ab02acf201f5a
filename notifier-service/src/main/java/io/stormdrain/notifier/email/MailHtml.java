package io.stormdrain.notifier.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A message as HTML that mail programs show: tables, inline styles, nothing fetched. Pure. */
final class MailHtml {

  private static final Template TEMPLATE =
      Engine.builder()
          .addDefaults()
          .addValueResolver(new ReflectionValueResolver())
          .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
          .build()
          .parse(template(), Variant.forContentType(Variant.TEXT_HTML));

  private MailHtml() {}

  static String of(Message message) {
    return TEMPLATE
        .data("message", message)
        .data("color", color(message))
        .data("sighting", InWords.sentence(message.sighting()))
        .data("account", InWords.sentence(message.account()))
        .data("evidence", String.join("\n", message.evidence()))
        .data("history", history(message))
        .render();
  }

  private static String history(Message message) {
    return message.history().stream()
        .map(entry -> InWords.clock(entry.at()) + " " + entry.text())
        .collect(Collectors.joining("\n"));
  }

  /** Readable as a bar on white and on black. */
  private static String color(Message message) {
    if (message.state() == IncidentState.RESOLVED) {
      return "#2e9e5b";
    }
    return switch (message.severity()) {
      case CRITICAL -> "#d92d20";
      case HIGH -> "#e8590c";
      case MEDIUM -> "#d6a400";
      case LOW -> "#2f80ed";
      case INFO -> "#868e96";
    };
  }

  private static String template() {
    try (InputStream file = MailHtml.class.getResourceAsStream("/email/alert.html")) {
      return new String(Objects.requireNonNull(file, "email/alert.html").readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
