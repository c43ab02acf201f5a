package io.stormdrain.notifier.message;

import java.util.List;

/**
 * Lines that belong together and are to be copied as one block.
 *
 * @param title what they are
 */
public record Listing(String title, List<String> lines) {
  public Listing {
    lines = List.copyOf(lines);
  }
}
