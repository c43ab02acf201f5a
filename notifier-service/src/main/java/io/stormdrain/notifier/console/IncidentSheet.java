package io.stormdrain.notifier.console;

import io.stormdrain.notifier.message.Listing;
import io.stormdrain.notifier.message.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All there is to say about an incident, and what somebody can do about it.
 *
 * @param state open, acknowledged, recovering or resolved
 * @param standing the same in the words of the messages
 * @param where app, environment, platform and process
 * @param sighting how often it was seen
 * @param by who looks after it
 * @param app its page
 * @param silence where silence about its like can be asked for
 * @param suspect which release is suspected; null when none is
 * @param steps what to do, most important first
 * @param listings blocks that the steps speak of
 * @param findings what it is made of, causes before effects
 * @param counts how often each was seen over time
 * @param stretches how it stood over the same time
 * @param history from the first
 * @param storm label of the storm that tells of it, or did; null when there was none
 * @param members incidents that it tells of, if it is a storm
 */
public record IncidentSheet(
    String label,
    String title,
    String severity,
    String state,
    String standing,
    String where,
    String app,
    String silence,
    String sighting,
    Moment since,
    Moment last,
    @Nullable Moment until,
    @Nullable String by,
    @Nullable Accused suspect,
    List<Step> steps,
    List<Listing> listings,
    List<Found> findings,
    Figure counts,
    List<Stretch> stretches,
    List<Happened> history,
    List<Ledger.Row> deliveries,
    @Nullable String storm,
    List<NowPage.Card> members) {

  public IncidentSheet {
    steps = List.copyOf(steps);
    listings = List.copyOf(listings);
    findings = List.copyOf(findings);
    stretches = List.copyOf(stretches);
    history = List.copyOf(history);
    deliveries = List.copyOf(deliveries);
    members = List.copyOf(members);
  }

  /**
   * One of the troubles it is made of.
   *
   * @param place before it, the incident itself, or followed by
   * @param subjects what it is about, where that is more than the title says
   * @param first its first log lines
   * @param latest its latest log lines that are not among the first
   */
  public record Found(
      String place,
      String title,
      String type,
      String severity,
      String state,
      String times,
      @Nullable String process,
      @Nullable String release,
      Moment since,
      Moment last,
      List<String> subjects,
      List<Witness> first,
      List<Witness> latest) {

    public Found {
      subjects = List.copyOf(subjects);
      first = List.copyOf(first);
      latest = List.copyOf(latest);
    }
  }

  /**
   * The release that is suspected.
   *
   * @param words how much so
   * @param brought what it brought, as the platform said; null where it did not
   * @param before the release before it; null where none is known
   */
  public record Accused(
      String release, String words, Moment at, @Nullable String brought, @Nullable String before) {}

  /**
   * How it stood for a while, as a part of the whole time.
   *
   * @param x where that begins, of 1000
   * @param width how long it is
   */
  public record Stretch(int x, int width, String style) {}

  /** A log line, and the page of those around it. */
  public record Witness(String text, String href) {}

  /** One line of its history; the kind says how to draw it. */
  public record Happened(Moment at, String kind, String text) {}

  /** Whether it is over. */
  public boolean over() {
    return until != null;
  }

  /** Whether nobody looks after it who should. */
  public boolean unattended() {
    return until == null && by == null;
  }
}
