package io.stormdrain.analyzer.remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What to do about a class of trouble.
 *
 * @param id named by signatures: {@code missing-module}
 * @param means what has happened, for somebody who sees it for the first time
 * @param steps what to do, most likely first
 */
public record Remedy(String id, String means, List<Step> steps) {

  public Remedy {
    steps = List.copyOf(steps);
  }

  /**
   * One thing to do. It is left out where one of its values is not known, or where a capture is not
   * what {@code when} asks for.
   */
  public record Step(Map<String, String> when, Phrase say) {
    public Step {
      when = Map.copyOf(when);
    }

    boolean fits(Map<String, Object> values) {
      return when.entrySet().stream()
          .allMatch(
              wanted -> wanted.getValue().equals(String.valueOf(values.get(wanted.getKey()))));
    }
  }

  /** The steps that fit these captures, written out. */
  public List<String> write(Map<String, Object> values) {
    List<String> written = new ArrayList<>();
    for (Step step : steps) {
      String text = step.fits(values) ? step.say().render(values) : null;
      if (text != null) {
        written.add(text);
      }
    }
    return written;
  }
}
