package io.stormdrain.notifier.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.email.MailText;
import io.stormdrain.notifier.slack.SlackMessage;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints alerts, each twice: as Slack would show it, and as its mail would read. Text of a message
 * has no control characters, so what a log line says cannot reach the terminal's controls.
 */
public final class TerminalReceiver implements Receiver {

  static final String NAME = "terminal";

  private static final int WIDTH = 100;
  private static final String DOMAIN = "localhost";

  private final PrintStream out;
  private final InstantSource clock;

  TerminalReceiver(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  /** Prints to standard output. */
  public static TerminalReceiver toStandardOutput(InstantSource clock) {
    return new TerminalReceiver(
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8), clock);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean edits() {
    return false;
  }

  @Override
  public Repeats repeats() {
    return Repeats.MARKED;
  }

  @Override
  public Outcome tell(Telling telling) {
    String label = telling.message().label();
    MailText mail = MailText.of(telling, DOMAIN, clock.instant());
    List<String> lines = new ArrayList<>();
    frame(
        lines,
        label + " as Slack shows it",
        SlackDrawing.lines(SlackMessage.of(telling.message())));
    frame(
        lines,
        label + " as its mail reads",
        Stream.concat(Stream.of("Subject: " + mail.subject(), ""), mail.text().lines()).toList());
    // One write, so that the lines of two alerts do not mix.
    synchronized (out) {
      out.print(String.join("\n", lines) + "\n");
      out.flush();
    }
    return new Outcome.Delivered(null, null);
  }

  private static void frame(List<String> lines, String title, List<String> content) {
    String head = "┌─ " + title + " ";
    lines.add(head + "─".repeat(Math.max(1, WIDTH - head.length())));
    content.forEach(line -> lines.add("│ " + line));
    lines.add("└" + "─".repeat(WIDTH - 1));
  }
}
