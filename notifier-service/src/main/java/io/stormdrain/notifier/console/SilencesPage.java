package io.stormdrain.notifier.console;

import io.stormdrain.notifier.api.SilenceEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Silences.
 *
 * @param all whether those that are over are shown too
 * @param name of who looks, as far as it is known
 * @param hidden what the silence of the form would be about; null before anybody asked
 */
public record SilencesPage(
    List<Row> silences, boolean all, SilenceForm form, String name, @Nullable Hidden hidden) {

  public SilencesPage {
    silences = List.copyOf(silences);
  }

  /**
   * A silence.
   *
   * @param ends when it ends by the clock; null when it ends otherwise
   */
  public record Row(
      SilenceEntry silence, Moment since, @Nullable Moment ends, @Nullable Moment ended) {}

  /**
   * What a silence would be about.
   *
   * @param latest how many of the latest incidents were like that
   */
  public record Hidden(List<Live> live, int latest) {
    public Hidden {
      live = List.copyOf(live);
    }
  }

  /** An incident that is not over. */
  public record Live(String label, String title, String app, String severity) {}
}
