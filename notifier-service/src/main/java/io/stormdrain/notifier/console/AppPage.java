package io.stormdrain.notifier.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All there is to say about an app.
 *
 * @param where environment and platform
 * @param state severity of the worst that is open; quiet; silent
 * @param environments those in which there is an app of this name, where there are several
 * @param spans for how long back charts can go
 */
public record AppPage(
    String name,
    String where,
    String state,
    Moment heard,
    List<Choice> environments,
    List<Choice> spans,
    List<ProcessNow> processes,
    List<Released> releases,
    List<Started> starts,
    List<Figure> charts,
    List<NowPage.Card> open,
    List<NowPage.Card> past) {

  public AppPage {
    environments = List.copyOf(environments);
    spans = List.copyOf(spans);
    processes = List.copyOf(processes);
    releases = List.copyOf(releases);
    starts = List.copyOf(starts);
    charts = List.copyOf(charts);
    open = List.copyOf(open);
    past = List.copyOf(past);
  }

  /** A link to the same page of something else. */
  public record Choice(String word, String href, boolean chosen) {}

  /**
   * One of its processes.
   *
   * @param state up, crashed, starting or stopped
   * @param since when that began; null where nobody said so
   */
  public record ProcessNow(String name, String state, @Nullable Moment since, int deaths) {}

  /**
   * A start of a process.
   *
   * @param how what it took; empty where nothing more was said
   */
  public record Started(String process, Moment at, String how) {}

  /**
   * A release and how it went.
   *
   * @param verdict watching, healthy, troubled, unseen or superseded
   * @param incidents that began under it, by their labels
   */
  public record Released(
      String version,
      @Nullable String what,
      Moment at,
      String verdict,
      @Nullable Moment up,
      int deaths,
      List<String> incidents) {
    public Released {
      incidents = List.copyOf(incidents);
    }
  }
}
