package io.stormdrain.notifier.message;

import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.incident.Suspect;
import io.stormdrain.notifier.threshold.Severity;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a receiver is told of an incident at once.
 *
 * @param number what people call it by: INC-17
 * @param title one line that says what is wrong where
 * @param account what just happened, in one line; blank when the title says it all
 * @param remarks what the message says of itself: why so late, why here
 * @param suspect the release it may have begun with
 * @param causes titles of what came before the trouble of the title
 * @param effects titles of what followed from it
 * @param evidence log lines, oldest first
 * @param steps what to do, most important first
 * @param listings blocks that the steps speak of
 * @param history what has happened so far, oldest first
 * @param acknowledgedBy who looks after it
 * @param link where to read more
 * @param page where its class is explained: what it means, why, and what to do
 * @param possibleRepeat whether it may have arrived before, and nobody can tell
 */
public record Message(
    long number,
    UUID incident,
    Notice notice,
    Severity severity,
    IncidentState state,
    String title,
    String account,
    List<String> remarks,
    Where where,
    Sighting seen,
    @Nullable Blame suspect,
    List<String> causes,
    List<String> effects,
    List<String> evidence,
    List<Step> steps,
    List<Listing> listings,
    List<Entry> history,
    @Nullable String acknowledgedBy,
    @Nullable URI link,
    @Nullable URI page,
    boolean possibleRepeat) {

  /** Where it happens. */
  public record Where(
      String app, @Nullable String environment, @Nullable String process, String platform) {

    /** {@code shop (production, heroku), web.1}. */
    public String text() {
      String more = environment == null ? platform : environment + ", " + platform;
      return app + " (" + more + ")" + (process == null ? "" : ", " + process);
    }
  }

  /**
   * When it was seen and how often, by the app's own time.
   *
   * @param until when it was over; null while it is not
   */
  public record Sighting(Instant since, Instant last, @Nullable Instant until, long count) {}

  /**
   * A suspicion, never a verdict.
   *
   * @param what what the release brought, if the platform said it
   * @param lastGood the release before it; null when none is known
   */
  public record Blame(
      String release,
      Instant at,
      @Nullable String what,
      Suspect.Grade grade,
      @Nullable String lastGood) {}

  /** A moment of its history. */
  public record Entry(Instant at, String text) {}

  public Message {
    Objects.requireNonNull(incident, "incident");
    remarks = List.copyOf(remarks);
    causes = List.copyOf(causes);
    effects = List.copyOf(effects);
    evidence = List.copyOf(evidence);
    steps = List.copyOf(steps);
    listings = List.copyOf(listings);
    history = List.copyOf(history);
    Stream.of(
            Stream.of(title, account, where.text()),
            remarks.stream(),
            causes.stream(),
            effects.stream(),
            evidence.stream(),
            steps.stream().map(Step::text),
            listings.stream().flatMap(listing -> listing.lines().stream()))
        .flatMap(texts -> texts)
        .filter(text -> !LogText.isClean(text))
        .findFirst()
        .ifPresent(text -> {
          throw new IllegalArgumentException("text with control characters in " + label(number));
        });
  }

  /** {@code INC-17}, or what it is where it is of no incident. */
  public String label() {
    return notice == Notice.DIGEST ? "digest" : label(number);
  }

  /** What people call the incident of this number by. */
  public static String label(long number) {
    return "INC-" + number;
  }

  /** How it stands, in a word or two: {@code critical}, {@code resolved}. */
  public String standing() {
    if (!notice.isOfTrouble()) {
      return notice.name().toLowerCase(Locale.ROOT);
    }
    return switch (state) {
      case RESOLVED -> notice == Notice.OPENED_AND_RESOLVED ? "opened and resolved" : "resolved";
      case RECOVERING -> severity.word() + ", recovering";
      case ACKNOWLEDGED -> severity.word() + ", acknowledged";
      case OPEN ->
          switch (notice) {
            case REOPENED -> severity.word() + ", back again";
            case REGRESSED -> severity.word() + ", regression";
            case FLAPPING -> severity.word() + ", comes and goes";
            case REMINDED -> severity.word() + ", still open";
            case OPENED, OPENED_AND_RESOLVED, RAISED, RESOLVED, UPDATED, VERDICT, DIGEST ->
                severity.word();
          };
    };
  }

  /** {@code Critical: web.1 cannot start: module bs4 is missing}. */
  public String headline() {
    return InWords.sentence(standing()) + ": " + title;
  }

  /** How often and since when, in words, with times in UTC. */
  public String sighting() {
    Instant until = seen.until();
    if (notice == Notice.VERDICT) {
      return "released " + InWords.time(seen.since());
    }
    if (notice == Notice.DIGEST) {
      return "from " + InWords.time(seen.since()) + " to " + InWords.time(seen.last());
    }
    String text = "seen " + InWords.times(seen.count()) + " since " + InWords.time(seen.since());
    return until == null ? text : text + ", over at " + InWords.time(until);
  }

  /** What release is suspected, in words that say how much so; null when none is. */
  public @Nullable String suspicion() {
    return suspect == null ? null : Suspicion.words(suspect, seen.since());
  }
}
