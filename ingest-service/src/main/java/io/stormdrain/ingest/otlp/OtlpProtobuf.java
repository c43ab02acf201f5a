package io.stormdrain.ingest.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.stormdrain.ingest.message.Count;
import io.stormdrain.ingest.message.Fault;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Messages;
import io.stormdrain.ingest.message.RawPieces;
import io.stormdrain.ingest.message.Tally;
import io.stormdrain.ingest.wire.Fields;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The records of an {@code ExportLogsServiceRequest} in protobuf. Read field by field: a message
 * that cannot be read costs itself only, and is kept raw.
 */
public final class OtlpProtobuf implements Messages {
  private static final int MOST_SEVERITY = 24;
  private static final int LONGEST_NAME = 200;
  private static final int ATTRIBUTES_OF_A_RESOURCE = 1;

  private final Count count = new Count();
  private final Fields request;

  /** A known field was met. Almost any text is a message of unknown ones: it is another one. */
  private boolean known;

  private boolean ended;
  private @Nullable Fields resourceLogs;
  private @Nullable Fields scopeLogs;
  private @Nullable RawPieces raw;
  private Attributes attributes = new Attributes();
  private Resource resource = Resource.of(attributes, null);

  /** Of which the first {@code limit} bytes count. */
  public OtlpProtobuf(byte[] body, int limit) {
    request = Fields.of(body, limit);
  }

  @Override
  public Tally tally() {
    return count;
  }

  @Override
  public @Nullable Message next() {
    while (true) {
      Message piece = raw == null ? null : raw.next();
      if (piece != null) {
        return count.of(piece);
      }
      raw = null;
      if (scopeLogs != null) {
        Message message = nextRecord(scopeLogs);
        if (message != null) {
          return message;
        }
      } else if (resourceLogs != null) {
        nextScope(resourceLogs);
      } else if (!nextResource()) {
        return null;
      }
    }
  }

  private boolean nextResource() {
    if (ended) {
      return false;
    }
    try {
      if (!request.next()) {
        ended = true;
        return !known && request.end() > 0 && keep(request, 0, request.end());
      }
      if (request.is(ExportLogsServiceRequest.RESOURCE_LOGS_FIELD_NUMBER)) {
        known = true;
        attributes = resource(request.container());
        resourceLogs = request.container();
      }
    } catch (IOException e) {
      ended = true;
      return keep(request, known ? request.opened() : 0, request.end());
    }
    return true;
  }

  /** Nothing says that a resource stands before what it is the resource of. */
  private static Attributes resource(Fields logs) {
    Attributes found = new Attributes();
    try {
      while (logs.next()) {
        if (logs.is(ResourceLogs.RESOURCE_FIELD_NUMBER)) {
          attributes(logs.inner(), found);
        }
      }
    } catch (IOException e) {
      // Who reads the records comes to the same place, and keeps what stands there.
      return found;
    }
    return found;
  }

  private static void attributes(Fields resource, Attributes into) throws IOException {
    while (resource.next()) {
      if (resource.is(ATTRIBUTES_OF_A_RESOURCE)) {
        ProtobufValue.take(resource, into);
      }
    }
  }

  private void nextScope(Fields logs) {
    try {
      if (!logs.next()) {
        resourceLogs = null;
      } else if (logs.is(ResourceLogs.SCOPE_LOGS_FIELD_NUMBER)) {
        resource = Resource.of(attributes, scope(logs.container()));
        scopeLogs = logs.container();
      }
    } catch (IOException e) {
      resourceLogs = null;
      keep(logs, logs.opened(), logs.end());
    }
  }

  private static @Nullable String scope(Fields logs) {
    try {
      while (logs.next()) {
        if (logs.is(ScopeLogs.SCOPE_FIELD_NUMBER)) {
          return name(logs.inner());
        }
      }
    } catch (IOException e) {
      return null;
    }
    return null;
  }

  private static @Nullable String name(Fields scope) throws IOException {
    while (scope.next()) {
      if (scope.is(InstrumentationScope.NAME_FIELD_NUMBER)) {
        return string(scope);
      }
    }
    return null;
  }

  private @Nullable Message nextRecord(Fields logs) {
    try {
      if (!logs.next()) {
        scopeLogs = null;
        return null;
      }
    } catch (IOException e) {
      scopeLogs = null;
      keep(logs, logs.opened(), logs.end());
      return null;
    }
    if (!logs.is(ScopeLogs.LOG_RECORDS_FIELD_NUMBER)) {
      return null;
    }
    try {
      if (logs.isCut()) {
        throw new IOException("the body ends here");
      }
      return count.of(record(logs.inner()).message(resource));
    } catch (IOException e) {
      keep(logs, logs.from(), logs.to());
      return null;
    }
  }

  private static OtlpRecord record(Fields fields) throws IOException {
    OtlpRecord record = new OtlpRecord();
    while (fields.next()) {
      if (fields.is(LogRecord.BODY_FIELD_NUMBER)) {
        record.body(ProtobufValue.text(fields));
      } else if (fields.isFixed64(LogRecord.TIME_UNIX_NANO_FIELD_NUMBER)) {
        record.time(fields.number());
      } else if (fields.isVarint(LogRecord.SEVERITY_NUMBER_FIELD_NUMBER)) {
        record.severity(Math.clamp(fields.number(), 0, MOST_SEVERITY + 1));
      } else {
        readRare(fields, record);
      }
    }
    return record;
  }

  private static void readRare(Fields fields, OtlpRecord record) throws IOException {
    if (fields.is(LogRecord.ATTRIBUTES_FIELD_NUMBER)) {
      ProtobufValue.take(fields, record.attributes());
    } else if (fields.is(LogRecord.SEVERITY_TEXT_FIELD_NUMBER)) {
      record.severityText(string(fields));
    } else if (fields.isFixed64(LogRecord.OBSERVED_TIME_UNIX_NANO_FIELD_NUMBER)) {
      record.observed(fields.number());
    } else if (fields.is(LogRecord.EVENT_NAME_FIELD_NUMBER)) {
      record.eventName(string(fields));
    }
  }

  private static String string(Fields field) {
    int length = Math.min(LONGEST_NAME, field.length());
    return new String(field.body(), field.from(), length, UTF_8);
  }

  private boolean keep(Fields broken, int from, int to) {
    count.faulty(Fault.SYNTAX);
    raw = new RawPieces(broken.body(), from, to);
    return true;
  }
}
