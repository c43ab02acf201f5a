package io.stormdrain.local.data;

import java.util.List;

/**
 * A configured sender, as far as the command line needs to know it.
 *
 * @param id what the file calls it
 * @param app whose lines it sends
 * @param tokens that the door accepts from it; two while one is being replaced
 */
public record Source(String id, String app, List<Token> tokens) {

  /** Refuses a source that could not send. */
  public Source {
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("tokens of " + app + " must not be empty");
    }
    tokens = List.copyOf(tokens);
  }
}
