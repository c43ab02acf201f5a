package io.stormdrain.local.transcript;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as logs write them: ISO 8601 and its relatives, with or without a zone. */
final class Times {

  /**
   * {@code 2026-03-01T10:00:00.123Z}, {@code 2026-03-01 10:00:00,123}, {@code 2026/03/01 10:00:00}.
   */
  static final String WRITTEN =
      "\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?+(?: ?+(?:Z|UTC\\b|[+-]\\d\\d:?+\\d\\d))?+";

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendPattern("[XXX][XX]")
          .optionalEnd()
          .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  /** The moment, or null for one that does not exist; without a zone it is taken as UTC. */
  static @Nullable Instant of(@Nullable String written) {
    if (written == null || written.length() < 19) {
      return null;
    }
    String iso =
        written.substring(0, 10).replace('/', '-')
            + "T"
            + written.substring(11).replace(',', '.').replace("UTC", "Z").replace(" ", "");
    try {
      return ISO.parse(iso, OffsetDateTime::from).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
