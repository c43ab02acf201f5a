package io.stormdrain.notifier.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.people.Audit;
import io.stormdrain.notifier.people.AuditEntry;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The whole audit log as text. */
@Singleton
public class AuditExport {

  /** What it is written in. */
  public static final String LINES = "application/x-ndjson";

  private static final int AT_A_TIME = 1_000;

  private final Audit audit;
  private final ObjectMapper json;

  AuditExport(Audit audit, ObjectMapper json) {
    this.audit = audit;
    this.json = json;
  }

  /** All of it, the earliest first, one JSON object a line. */
  public StreamingOutput all() {
    return this::write;
  }

  private void write(OutputStream out) throws IOException {
    long last = 0;
    List<AuditEntry> some;
    do {
      long after = last;
      some = QuarkusTransaction.requiringNew().call(() -> audit.after(after, AT_A_TIME));
      for (AuditEntry entry : some) {
        out.write(json.writeValueAsBytes(AuditItem.of(entry)));
        out.write("\n".getBytes(UTF_8));
        last = entry.id();
      }
    } while (some.size() == AT_A_TIME);
  }
}
