package io.stormdrain.notifier.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.message.Listing;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.threshold.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A digest as a message that every receiver can show. Pure. */
public final class DigestMessage {

  /** Classes that are absent are many: several go on a line. */
  private static final int LINE = 100;

  private static final int LONGEST_NAME = 100;
  private static final int MOST_ROWS = 40;

  private DigestMessage() {}

  /**
   * Makes it.
   *
   * @param day on which it is told
   * @param remarks what the message says of itself: why so late
   * @param mayRepeat whether it may have arrived before, and nobody can tell
   */
  public static Message of(Digest digest, LocalDate day, List<String> remarks, boolean mayRepeat) {
    return new Message(
        0,
        id(digest.whose(), day),
        Notice.DIGEST,
        Severity.INFO,
        IncidentState.OPEN,
        digest.severityLine(),
        "",
        remarks,
        new Message.Where(
            LogText.line(digest.whose(), LONGEST_NAME),
            null,
            null,
            "%d apps".formatted(digest.heard().size() + digest.silent().size())),
        new Message.Sighting(digest.from(), digest.until(), digest.until(), 1),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        listings(digest),
        List.of(new Message.Entry(digest.until(), "digest")),
        null,
        null,
        null,
        mayRepeat);
  }

  /** The same digest is the same message, whoever tells it and however often. */
  static UUID id(String whose, LocalDate day) {
    return UUID.nameUUIDFromBytes(("digest\n" + whose + "\n" + day).getBytes(UTF_8));
  }

  private static List<Listing> listings(Digest digest) {
    List<Listing> listings = new ArrayList<>();
    add(listings, "Incidents", digest.incidents());
    add(listings, "Releases", digest.releases());
    add(
        listings,
        "Silent: not a line came, so nothing is known of these",
        digest.silent().stream().map(app -> LogText.line(app, LONGEST_NAME)).toList());
    add(listings, "Seen too seldom to be told", joined(List.copyOf(digest.hints())));
    List<String> absent = digest.absent().stream().map(name -> name + " 0").toList();
    add(listings, "Checked and absent: " + absent.size() + " classes", joined(absent));
    add(
        listings,
        "Seen",
        joined(
            digest.seen().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList()));
    return listings;
  }

  private static void add(List<Listing> listings, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      List<String> shown = new ArrayList<>(lines.subList(0, Math.min(lines.size(), MOST_ROWS)));
      if (lines.size() > MOST_ROWS) {
        shown.add("and " + (lines.size() - MOST_ROWS) + " more");
      }
      listings.add(new Listing(title, shown));
    }
  }

  /** As many on a line as there is room for. */
  private static List<String> joined(List<String> words) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      if (!line.isEmpty() && line.length() + word.length() + 2 > LINE) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : ", ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
