package io.stormdrain.notifier.report;

import io.stormdrain.notifier.delivery.DeliveryView;
import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.message.Span;
import io.stormdrain.notifier.message.Step;
import io.stormdrain.notifier.signal.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An incident as a report.
 *
 * @param message what people are told of it
 * @param standing how it stands, in words
 * @param findings what it is made of, each with its title
 * @param history all of it
 * @param deliveries who was told
 */
public record Report(
    Message message,
    String standing,
    List<Titled> findings,
    List<Message.Entry> history,
    List<DeliveryView> deliveries) {

  public Report {
    findings = List.copyOf(findings);
    history = List.copyOf(history);
    deliveries = List.copyOf(deliveries);
  }

  /** A finding and its title. */
  public record Titled(String title, Finding finding) {}

  /** As Markdown. */
  public String text(Instant now) {
    Markdown page = new Markdown();
    head(page);
    summary(page, now);
    found(page);
    suspect(page);
    todo(page);
    happened(page);
    told(page);
    return page.toString();
  }

  private void head(Markdown page) {
    page.heading(1, message.label() + ": " + Markdown.plain(message.title()));
    page.line("- **Status**: " + Markdown.plain(standing));
    page.line("- **Severity**: " + message.severity().word());
    page.line("- **App**: " + Markdown.plain(message.where().text()));
    page.line("- **First seen**: " + InWords.time(message.seen().since()));
    page.line("- **Last seen**: " + InWords.time(message.seen().last()));
    Instant until = message.seen().until();
    if (until != null) {
      page.line("- **Over**: " + InWords.time(until));
    }
    page.line("");
  }

  private void summary(Markdown page, Instant now) {
    Instant end = Objects.requireNonNullElse(message.seen().until(), now);
    String lasted = InWords.duration(Duration.between(message.seen().since(), end));
    String who = message.acknowledgedBy();
    page.heading(2, "Summary");
    page.paragraph(
        "%s. It was seen %s%s. %s"
            .formatted(
                Markdown.plain(message.title()),
                InWords.times(message.seen().count()),
                message.seen().until() == null
                    ? " and has lasted " + lasted + " so far"
                    : " and was over after " + lasted,
                who == null
                    ? "Nobody said to look after it."
                    : Markdown.plain(who) + " looked after it."));
  }

  private void found(Markdown page) {
    page.heading(2, "What was found, causes before their effects");
    for (int at = 0; at < findings.size(); at++) {
      Finding finding = findings.get(at).finding();
      page.heading(
          3,
          "%d. %s (%s, %s)"
              .formatted(
                  at + 1,
                  Markdown.plain(findings.get(at).title()),
                  finding.severity().word().toUpperCase(Locale.ROOT),
                  finding.state().name().toLowerCase(Locale.ROOT)));
      page.line("- **Class**: " + Markdown.code(finding.rule()));
      if (finding.process() != null) {
        page.line("- **Process**: " + Markdown.code(finding.process()));
      }
      page.line(
          "- **Seen**: %s, from %s to %s"
              .formatted(
                  InWords.times(finding.tally().total()),
                  InWords.time(finding.firstSeen()),
                  InWords.time(finding.lastSeen())));
      page.line("").paragraph("**Log evidence**:");
      page.block(
          Stream.concat(finding.firstEvidence().stream(), finding.lastEvidence().stream())
              .map(Evidence::line)
              .toList());
    }
  }

  private void suspect(Markdown page) {
    String suspicion = message.suspicion();
    if (suspicion != null) {
      page.heading(2, "Suspect release");
      page.paragraph(Markdown.plain(InWords.sentence(suspicion)) + ".");
    }
  }

  private void todo(Markdown page) {
    if (message.steps().isEmpty()) {
      return;
    }
    page.heading(2, "What to do");
    for (int at = 0; at < message.steps().size(); at++) {
      page.line((at + 1) + ". " + step(message.steps().get(at)));
    }
    page.line("");
    message
        .listings()
        .forEach(listing ->
            page.paragraph(Markdown.plain(listing.title()) + ":").block(listing.lines()));
  }

  private static String step(Step step) {
    return step.spans().stream()
        .map(span -> span.code() ? Markdown.code(span.text()) : text(span))
        .collect(Collectors.joining());
  }

  /** Spaces at the ends belong to the sentence. */
  private static String text(Span span) {
    String before = span.text().startsWith(" ") ? " " : "";
    String after = span.text().endsWith(" ") ? " " : "";
    return before + Markdown.plain(span.text()) + after;
  }

  private void happened(Markdown page) {
    page.heading(2, "What happened");
    page.line("| Time | |").line("| --- | --- |");
    history.forEach(entry ->
        page.line(
            "| %s | %s |"
                .formatted(
                    InWords.time(entry.at()), Markdown.plain(InWords.sentence(entry.text())))));
    page.line("");
  }

  private void told(Markdown page) {
    page.heading(2, "Who was told");
    if (deliveries.isEmpty()) {
      page.paragraph("Nobody: it was kept for the record.");
      return;
    }
    page.line("| Time | Receiver | What for | Outcome |").line("| --- | --- | --- | --- |");
    deliveries.forEach(view ->
        page.line(
            "| %s | %s | %s | %s |"
                .formatted(
                    InWords.time(Objects.requireNonNullElse(view.settledAt(), view.createdAt())),
                    Markdown.plain(view.receiver()),
                    word(view.reason()),
                    word(view.state()))));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
