package io.stormdrain.notifier.routing;

import io.stormdrain.notifier.route.Attribute;
import io.stormdrain.notifier.route.Inhibition;
import io.stormdrain.notifier.route.Matchers;
import io.stormdrain.notifier.route.Quiet;
import io.stormdrain.notifier.route.Schedule;
import io.stormdrain.notifier.route.Storm;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds incidents back, as the routing file writes it. */
final class RestraintFile {

  private static final Duration HOUR = Duration.ofHours(1);

  private RestraintFile() {}

  /** {@code {days: mon-fri, from: "09:00", to: "18:00", timezone: Europe/Berlin}}. */
  record Hours(
      @Nullable Days days,
      @Nullable LocalTime from,
      @Nullable LocalTime to,
      @Nullable ZoneId timezone,
      @Nullable List<LocalDate> holidays) {

    Hours {
      if (from == null || to == null) {
        throw new IllegalArgumentException("a schedule needs 'from' and 'to'");
      }
    }

    Schedule schedule(ZoneId usual) {
      return new Schedule(
          Objects.requireNonNullElse(timezone, usual),
          Objects.requireNonNullElse(days, Days.ALL).days(),
          Objects.requireNonNull(from),
          Objects.requireNonNull(to),
          Set.copyOf(Objects.requireNonNullElse(holidays, List.of())));
    }
  }

  /** {@code {schedule: "!office_hours", match: {severity: [low, medium]}}}. */
  record Calm(@Nullable Word schedule, @Nullable Matchers match) {

    Calm {
      if (schedule == null) {
        throw new IllegalArgumentException("quiet times need a 'schedule'");
      }
    }

    /** The schedule that it names. */
    String named() {
      return written().startsWith("!") ? written().substring(1) : written();
    }

    Word word() {
      return Objects.requireNonNull(schedule);
    }

    Quiet quiet(Schedule hours) {
      return new Quiet(
          written(),
          hours,
          written().startsWith("!"),
          Objects.requireNonNullElse(match, Matchers.ANY));
    }

    private String written() {
      return word().text();
    }
  }

  /** {@code {source: {class: ...}, target: {class: ...}, equal: [app], for_at_most: 1h}}. */
  record Inhibit(
      @Nullable Matchers source,
      @Nullable Matchers target,
      @Nullable List<Attribute> equal,
      @Nullable Duration forAtMost) {

    Inhibit {
      if (source == null || target == null) {
        throw new IllegalArgumentException("an inhibition needs 'source' and 'target'");
      }
    }

    Inhibition inhibition() {
      return new Inhibition(
          Objects.requireNonNull(source),
          Objects.requireNonNull(target),
          Objects.requireNonNullElse(equal, List.of(Attribute.APP, Attribute.ENVIRONMENT)),
          Objects.requireNonNullElse(forAtMost, HOUR));
    }
  }

  /** {@code {incidents: 20, apps: 10, within: 2m, gather: 30s}}. */
  record Gust(
      @Nullable Integer incidents,
      @Nullable Integer apps,
      @Nullable Duration within,
      @Nullable Duration gather) {
    Storm storm() {
      return new Storm(
          Objects.requireNonNullElse(incidents, Storm.USUAL.incidents()),
          Objects.requireNonNullElse(apps, Storm.USUAL.apps()),
          Objects.requireNonNullElse(within, Storm.USUAL.within()),
          Objects.requireNonNullElse(gather, Storm.USUAL.gather()));
    }
  }
}
