package io.stormdrain.notifier.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong now.
 *
 * @param troubles open incidents by severity, the worst first
 * @param open how many incidents of a severity that is told are open
 * @param more how many open incidents are not shown
 * @param apps the apps that were heard of last
 * @param moreApps how many apps are not shown
 * @param over what was resolved last
 */
public record NowPage(
    List<Group> troubles, int open, int more, List<App> apps, long moreApps, List<Card> over) {

  public NowPage {
    troubles = List.copyOf(troubles);
    apps = List.copyOf(apps);
    over = List.copyOf(over);
  }

  /** Open incidents of one severity. */
  public record Group(String severity, List<Card> incidents) {
    public Group {
      incidents = List.copyOf(incidents);
    }
  }

  /**
   * An incident at a glance.
   *
   * @param times how often it was seen, in words
   * @param end how it ended; null while it has not
   */
  public record Card(
      String label,
      String title,
      String app,
      @Nullable String process,
      String severity,
      String state,
      String times,
      Moment since,
      @Nullable Moment last,
      @Nullable Moment until,
      @Nullable String end,
      @Nullable String by) {}

  /**
   * An app at a glance.
   *
   * @param href its page
   * @param state severity of the worst that is open; quiet; silent
   * @param processes what its processes do, in words; null when none is known
   * @param pace log lines per second, in words; null when none was counted lately
   */
  public record App(
      String name,
      String where,
      String href,
      String state,
      int open,
      @Nullable String processes,
      @Nullable String release,
      @Nullable String change,
      @Nullable Moment released,
      @Nullable String pace,
      Moment heard) {}

  /** One line for the title of the window and for those who listen. */
  public String headline() {
    if (open == 0) {
      return "All quiet";
    }
    return open == 1 ? "1 open incident" : open + " open incidents";
  }

  /** Severity of the worst, or quiet. */
  public String worst() {
    return open == 0 ? "quiet" : troubles.getFirst().severity();
  }
}
