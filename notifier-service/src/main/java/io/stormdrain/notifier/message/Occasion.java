package io.stormdrain.notifier.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message is made for.
 *
 * @param upTo number of the latest transition that is told with it
 * @param lastGood the release before the suspected one; null when none is known
 * @param possibleRepeat whether the same may have arrived before
 * @param remarks what the message says of itself: why so late, why here
 * @param also other incidents that are told with it, a line for each
 */
public record Occasion(
    Notice notice,
    int upTo,
    @Nullable String lastGood,
    boolean possibleRepeat,
    List<String> remarks,
    List<String> also) {

  public Occasion {
    remarks = List.copyOf(remarks);
    also = List.copyOf(also);
  }

  /** Of one incident, with nothing to say of itself. */
  public Occasion(Notice notice, int upTo, @Nullable String lastGood, boolean possibleRepeat) {
    this(notice, upTo, lastGood, possibleRepeat, List.of(), List.of());
  }
}
