package io.stormdrain.notifier.message;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where messages send their readers.
 *
 * @param console where people read about incidents; null when there is no such place
 * @param docs folder of the pages of all classes of trouble; null when there is none
 */
public record Links(@Nullable URI console, @Nullable URI docs) {

  /** Nowhere. */
  public static final Links NONE = new Links(null, null);

  @Nullable URI incident(long number) {
    return below(console, "/incidents/" + Message.label(number));
  }

  /** The page of a class: what it means, why, and what to do. */
  @Nullable URI page(String label) {
    return below(docs, "/classes/" + label + ".md");
  }

  private static @Nullable URI below(@Nullable URI base, String path) {
    return base == null ? null : URI.create(base.toString().replaceAll("/+$", "") + path);
  }
}
