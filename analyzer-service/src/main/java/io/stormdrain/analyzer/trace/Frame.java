package io.stormdrain.analyzer.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One frame of a stack trace.
 *
 * @param place file or class, as written
 * @param line line number, 0 when not written
 * @param function function or method, when written
 */
public record Frame(String place, int line, @Nullable String function) {

  /** Parts of a path or class name that tell a library or a runtime from the app's own code. */
  private static final List<String> FOREIGN =
      List.of(
          "site-packages/",
          "dist-packages/",
          "/lib/python",
          "<frozen ",
          "node_modules/",
          "node:",
          "internal/",
          "/gems/",
          "/ruby/",
          "/bundler/",
          "/vendor/",
          "/usr/local/go/",
          "/usr/lib/",
          "/rustc/",
          "java.",
          "javax.",
          "jakarta.",
          "jdk.",
          "sun.",
          "kotlin.",
          "kotlinx.",
          "scala.",
          "org.springframework.",
          "org.apache.",
          "org.hibernate.",
          "com.zaxxer.",
          "io.netty.",
          "io.quarkus.",
          "reactor.",
          "System.",
          "Microsoft.");

  /** Whether the app's own code seems to stand there. */
  public boolean own() {
    return FOREIGN.stream().noneMatch(this::isIn);
  }

  /** {@code app/models.py:32}, as people write it. */
  @Override
  public String toString() {
    return line > 0 ? place + ":" + line : place;
  }

  private boolean isIn(String foreign) {
    return foreign.endsWith(".") ? place.startsWith(foreign) : place.contains(foreign);
  }

  /** The frame that a line shows, or null when it shows none. */
  static @Nullable Frame of(String line) {
    for (FrameSyntax syntax : FrameSyntax.values()) {
      Frame frame = syntax.read(line);
      if (frame != null) {
        return frame;
      }
    }
    return null;
  }
}
