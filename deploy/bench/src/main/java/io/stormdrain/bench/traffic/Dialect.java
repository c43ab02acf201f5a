package io.stormdrain.bench.traffic;

/** How requests bring their lines. */
public enum Dialect {
  /** Heroku's drains. */
  LOGPLEX("/logplex", "application/logplex-1"),
  /** OpenTelemetry's protocol, protobuf. */
  OTLP_PROTOBUF("/v1/logs", "application/x-protobuf"),
  /** OpenTelemetry's protocol, JSON. */
  OTLP_JSON("/v1/logs", "application/json");

  private final String path;
  private final String contentType;

  Dialect(String path, String contentType) {
    this.path = path;
    this.contentType = contentType;
  }

  String path() {
    return path;
  }

  String contentType() {
    return contentType;
  }

  byte[] body(Frames frames, int frame) {
    return switch (this) {
      case LOGPLEX -> frames.body(frame);
      case OTLP_PROTOBUF -> OtlpBody.protobuf(frames, frame);
      case OTLP_JSON -> OtlpBody.json(frames, frame);
    };
  }
}
