package io.stormdrain.local.transcript;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How tools write in front of a message when and by whom it was said. The first that fits a line
 * reads it; what none fits has no such prefix.
 */
enum Layout {
  /** {@code heroku logs}, also with its time cut off or masked. */
  HEROKU(
      "(?:(?<time>"
          + Times.WRITTEN
          + ") |\\S{1,40}+ )?+(?<source>app|heroku)\\[(?<process>[^\\]\\s]{1,128}+)\\]: ?+"),
  /** A logplex frame or any RFC 5424 line, with or without its octet count. */
  SYSLOG_5424(
      "(?:\\d{1,5}+ )?+<\\d{1,3}>1 (?<time>"
          + Times.WRITTEN
          + ") (?<host>\\S{1,255}+) (?<source>\\S{1,64}+) (?<process>\\S{1,128}+) \\S{1,64}+ (?:- )?+"),
  /** Papertrail: {@code Oct 05 21:58:23 shop heroku/router: message}. */
  PAPERTRAIL(
      "(?:[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d )?+(?:\\S{1,80}+ )?+(?<source>app|heroku)/(?<process>[\\w.-]{1,80}+):?+ {1,3}+"),
  /** Railway's command line; the level says only to which stream it was written. */
  RAILWAY("(?<time>" + Times.WRITTEN + ") \\[(?:inf|err|wrn|dbg|info|error|warn|debug)\\] {0,2}+"),
  /** A tool that prints Railway's logs: {@code [deployment] [12/5/2025, 12:56:17 AM] X message}. */
  RAILWAY_TOOL("\\[(?:build|deployment|deploy)\\] \\[[^\\]]{1,60}+\\] \\S{1,20}+ "),
  /** Cloud Foundry: {@code 2026-04-22T11:29:03.12+0100 [APP/PROC/WEB/0] OUT message}. */
  CLOUD_FOUNDRY(
      "\\s{0,4}+(?<time>"
          + Times.WRITTEN
          + ") \\[(?<process>[A-Za-z]{2,10}+(?:/[\\w.-]{1,60}+)*+)\\]\\s{1,12}+(?:OUT|ERR) ?+"),
  /** {@code fly logs}. */
  FLY(
      "(?:(?<time>"
          + Times.WRITTEN
          + ") )?+(?<source>app|runner|proxy|machine|health)\\[(?<process>[\\w-]{1,80}+)\\] [a-z]{3} \\[(?:info|warn|error|debug)\\] ?+"),
  /** A container runtime's file in Kubernetes. */
  CONTAINER("(?<time>" + Times.WRITTEN + ") (?:stdout|stderr) [FP] "),
  /** {@code gh run view --log}: job, step, time. */
  ACTIONS_VIEW("[^\\t]{1,120}+\\t[^\\t]{1,120}+\\t\\uFEFF?+(?<time>" + Times.WRITTEN + ") "),
  /** docker compose, foreman and pm2: {@code web-1 | message}. */
  COMPOSE(
      "(?:\\d\\d:\\d\\d:\\d\\d )?+(?:\\d{1,3}+\\|)?+(?<process>[A-Za-z][\\w.-]{0,60}+) {1,40}+\\|(?: |$)(?:(?<time>"
          + Times.WRITTEN
          + ") )?+"),
  /** {@code Mar 22 20:02:38 host container[12]: message}; the year is not said. */
  SYSLOG_3164(
      "(?:<\\d{1,3}>)?+[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d (?<host>[\\w.-]{1,255}+) (?<process>[\\w./@-]{1,80}+)(?:\\[\\d{1,9}+\\])?+: ?+"),
  /** The kernel's ring buffer: {@code [4650180.470877] message}. */
  KERNEL("\\[ {0,8}+\\d{1,9}+\\.\\d{6}\\] "),
  /** Render's page, copied: {@code Oct 14 11:28:40 PM [kdhl7] message}. */
  DASHBOARD(
      "(?:[A-Z][a-z]{2} \\d{1,2}+ )?+\\d{1,2}+:\\d\\d:\\d\\d(?:\\.\\d{1,3}+)?+ [AP]M(?: {0,4}+\\[[a-z0-9]{4,6}+\\])?+(?: {1,4}+|$)"),
  /** A time alone, as most platforms and many apps put it in front. */
  TIMED(
      "\\uFEFF?+(?:\\[(?<bracketed>"
          + Times.WRITTEN
          + ")\\]|(?<time>"
          + Times.WRITTEN
          + "))(?: {1,2}+(?:\\[[a-z0-9]{5}\\] {1,4}+)?+|$)");

  private static final String COLOUR = "(?:\u001b\\[[0-9;]{0,16}+m)*+";

  private final Pattern pattern;

  Layout(String prefix) {
    this.pattern = Pattern.compile(COLOUR + prefix + COLOUR + "(?<message>.*+)", Pattern.DOTALL);
  }

  /** The line that the text is in this layout, or null when it is not. */
  @Nullable TranscriptLine read(int number, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    String process = group(matcher, "process");
    String written = group(matcher, "time");
    return new TranscriptLine(
        number,
        Times.of(written == null ? group(matcher, "bracketed") : written),
        origin(group(matcher, "source"), process),
        name(process),
        matcher.group("message"));
  }

  /** Parts of the platform that are not one of the app's processes have no name here. */
  private @Nullable String name(@Nullable String process) {
    if (process == null || process.equals("-")) {
      return null;
    }
    return this == CLOUD_FOUNDRY && !process.regionMatches(true, 0, "app", 0, 3) ? null : process;
  }

  private Origin origin(@Nullable String source, @Nullable String process) {
    return switch (this) {
      case HEROKU, SYSLOG_5424, PAPERTRAIL -> Sources.origin(source, process);
      case RAILWAY,
          RAILWAY_TOOL,
          CLOUD_FOUNDRY,
          FLY,
          CONTAINER,
          ACTIONS_VIEW,
          COMPOSE,
          SYSLOG_3164,
          KERNEL,
          DASHBOARD,
          TIMED ->
          Origin.APP;
    };
  }

  private @Nullable String group(Matcher matcher, String name) {
    return pattern.namedGroups().containsKey(name) ? matcher.group(name) : null;
  }
}
