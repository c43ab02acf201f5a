package io.stormdrain.notifier.console;

import io.stormdrain.notifier.neighbour.KnownSignature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How lines are recognised.
 *
 * @param away why nothing is known of it; null when it is
 * @param text that was tried; empty when none was
 * @param trial what became of it; null when none was tried
 */
public record SignaturesPage(
    List<Group> groups, int count, @Nullable String away, String text, @Nullable Trial trial) {

  public SignaturesPage {
    groups = List.copyOf(groups);
  }

  /** Signatures whose signals begin alike. */
  public record Group(String name, List<KnownSignature> signatures) {
    public Group {
      signatures = List.copyOf(signatures);
    }
  }

  /** What was recognised. */
  public record Trial(int lines, List<Found> found) {
    public Trial {
      found = List.copyOf(found);
    }
  }

  /**
   * A line that was recognised.
   *
   * @param captures what was read from it, in words
   */
  public record Found(long line, String text, String signature, String signal, String captures) {}
}
