package io.stormdrain.ingest.line;

/** Names of the headers of a {@code log-lines} record; {@code contract/README.md} explains them. */
final class LineHeader {
  static final String APP = "service.name";
  static final String PROCESS = "service.instance.id";
  static final String ENVIRONMENT = "deployment.environment.name";
  static final String TEAM = "team";
  static final String DEPLOYMENT = "deployment.id";
  static final String PLATFORM = "paas.platform";
  static final String ORIGIN = "origin";
  static final String DIALECT = "dialect";
  static final String SEVERITY = "severity";
  static final String EVENT = "event.name";
  static final String FRAME = "frame";
  static final String FLAGS = "flags";
  static final String ORIGINAL_TIME = "time.original";
  static final String TRACEPARENT = "traceparent";

  private LineHeader() {}
}
