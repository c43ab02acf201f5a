package io.stormdrain.notifier.console;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where an older page of a list begins. */
final class Older {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private Older() {}

  /** What was left out or is no number is no limit. */
  static long than(@Nullable String text) {
    return text != null && NUMBER.matcher(text).matches() ? Long.parseLong(text) : Long.MAX_VALUE;
  }
}
