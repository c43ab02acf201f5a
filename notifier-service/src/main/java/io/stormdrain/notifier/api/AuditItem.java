package io.stormdrain.notifier.api;

import io.stormdrain.notifier.people.AuditEntry;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody did. */
public record AuditItem(
    @Schema(description = "Number, ascending") long id,
    @Schema(description = "When") Instant at,
    @Schema(description = "Who, by account, token or name in Slack") String who,
    @Schema(description = "How they had come in: account, token, slack or open") String means,
    @Schema(description = "What they did", examples = "incident-acknowledged") String what,
    @Schema(description = "To what", examples = "INC-17") String about,
    @Schema(description = "In which way; may be empty") String detail) {

  static AuditItem of(AuditEntry entry) {
    return new AuditItem(
        entry.id(),
        entry.at(),
        entry.who(),
        Words.of(entry.means()),
        Words.of(entry.what()),
        entry.about(),
        entry.detail());
  }
}
