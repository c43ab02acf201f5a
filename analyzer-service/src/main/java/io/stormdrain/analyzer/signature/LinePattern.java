package io.stormdrain.analyzer.signature;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a line is recognised. Every pattern names literals of which one must stand in the line, so
 * that the scanner can pass over all other lines; a pattern then looks at the few that are left, in
 * time linear in the line's length.
 */
public sealed interface LinePattern permits Template, Regex, Logfmt {

  /** How many bytes of a line a pattern looks at; what stands behind is another line's business. */
  int MAX_LENGTH = 8 * 1024;

  /** As it is written. */
  String source();

  /** At least one of these must be in the line. */
  List<String> literals();

  /** What was read from the line, or null when it is not such a line. */
  @Nullable Map<String, Object> match(LineText line);
}
