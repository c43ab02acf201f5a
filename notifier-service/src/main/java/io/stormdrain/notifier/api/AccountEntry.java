package io.stormdrain.notifier.api;

import io.stormdrain.notifier.people.Account;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who may come in. */
public record AccountEntry(
    @Schema(description = "The name that others know") String name,
    @Schema(description = "viewer, responder or admin") String role,
    @Schema(description = "Teams whose apps they see; all apps when empty") List<String> teams,
    @Schema(description = "invited, active or disabled") String state,
    @Schema(description = "Whether a provider says who they are and what they may") boolean vouched,
    @Schema(description = "Since when there is the account") Instant createdAt) {

  static AccountEntry of(Account account) {
    return new AccountEntry(
        account.name(),
        account.role().word(),
        account.teams(),
        Words.of(account.state()),
        account.vouched(),
        account.createdAt());
  }
}
