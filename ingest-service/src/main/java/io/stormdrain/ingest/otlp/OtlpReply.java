package io.stormdrain.ingest.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.CodedOutputStream;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** What OTLP senders are told, in the encoding in which they asked. */
public enum OtlpReply {
  PROTOBUF("application/x-protobuf") {
    @Override
    public byte[] success() {
      return ExportLogsServiceResponse.getDefaultInstance().toByteArray();
    }

    @Override
    public byte[] partial(long rejected, String message) {
      return ExportLogsServiceResponse.newBuilder()
          .setPartialSuccess(
              ExportLogsPartialSuccess.newBuilder()
                  .setRejectedLogRecords(rejected)
                  .setErrorMessage(message))
          .build()
          .toByteArray();
    }

    @Override
    public byte[] status(int code, String message) {
      // google.rpc.Status: code = 1, message = 2.
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      try {
        out.writeInt32(1, code);
        out.writeString(2, message);
        out.flush();
      } catch (IOException e) {
        throw new IllegalStateException("bytes in memory", e);
      }
      return bytes.toByteArray();
    }
  },

  JSON("application/json") {
    @Override
    public byte[] success() {
      return "{}".getBytes(UTF_8);
    }

    @Override
    public byte[] partial(long rejected, String message) {
      StringBuilder json = new StringBuilder("{\"partialSuccess\":{");
      json.append("\"rejectedLogRecords\":\"").append(rejected).append("\",\"errorMessage\":");
      Json.quote(message, json);
      return json.append("}}").toString().getBytes(UTF_8);
    }

    @Override
    public byte[] status(int code, String message) {
      StringBuilder json = new StringBuilder("{\"code\":").append(code).append(",\"message\":");
      Json.quote(message, json);
      return json.append('}').toString().getBytes(UTF_8);
    }
  };

  private final String type;

  OtlpReply(String type) {
    this.type = type;
  }

  /** {@code Content-Type}. */
  public String type() {
    return type;
  }

  /** Everything was taken. */
  public abstract byte[] success();

  /** Something was not; nothing is to be sent again. */
  public abstract byte[] partial(long rejected, String message);

  /**
   * Nothing was taken.
   *
   * @param code of {@code google.rpc.Code}
   */
  public abstract byte[] status(int code, String message);
}
