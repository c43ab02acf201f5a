package io.stormdrain.analyzer.stream;

import io.stormdrain.analyzer.line.Origin;
import org.jspecify.annotations.Nullable;

/** What key and headers of one record say. */
final class LineHeaders {

  /** Names of headers that all lines of a process have in common. */
  private static final String APP = "service.name";

  private static final String PROCESS = "service.instance.id";
  private static final String ENVIRONMENT = "deployment.environment.name";
  private static final String TEAM = "team";
  private static final String RELEASE = "deployment.id";
  private static final String PLATFORM = "paas.platform";
  private static final String ORIGIN = "origin";

  /** Of no use to us, but they stand among the others. */
  private static final String DIALECT = "dialect";

  private static final String SEVERITY = "severity";

  final String source;
  @Nullable String app;
  @Nullable String platform;
  @Nullable String environment;
  @Nullable String team;
  @Nullable String process;
  @Nullable String release;
  @Nullable String traceparent;
  byte @Nullable [] frame;
  Origin origin = Origin.APP;

  /** The key alone. */
  LineHeaders(String source) {
    this.source = source;
  }

  /** All that was said to another one. */
  LineHeaders(LineHeaders other) {
    source = other.source;
    app = other.app;
    platform = other.platform;
    environment = other.environment;
    team = other.team;
    process = other.process;
    release = other.release;
    traceparent = other.traceparent;
    frame = other.frame;
    origin = other.origin;
  }

  /** Whether all lines of a process have this header with the same value. */
  static boolean isShared(String name) {
    return switch (name) {
      case APP, PROCESS, ENVIRONMENT, TEAM, RELEASE, PLATFORM, ORIGIN, DIALECT, SEVERITY -> true;
      default -> false;
    };
  }

  void take(String name, byte[] value, Words words) {
    switch (name) {
      case APP -> app = words.of(value);
      case PROCESS -> process = words.of(value);
      case ENVIRONMENT -> environment = words.of(value);
      case TEAM -> team = words.of(value);
      case RELEASE -> release = words.of(value);
      case PLATFORM -> platform = words.of(value);
      case ORIGIN -> origin = Origin.of(words.of(value));
      case "frame" -> frame = value;
      case "traceparent" -> traceparent = words.of(value);
      default -> {
        // Added by a later version, or of no use to us.
      }
    }
  }
}
