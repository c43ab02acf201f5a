package io.stormdrain.notifier.slack;

import io.stormdrain.notifier.delivery.Fault;
import java.util.Map;

/** What Slack's error words mean for us. */
final class SlackFaults {

  /** Words of {@code error} in answers of the Web API, and of bodies that webhooks answer with. */
  private static final Map<String, Fault> BY_WORD =
      Map.ofEntries(
          Map.entry("not_authed", Fault.UNAUTHORIZED),
          Map.entry("invalid_auth", Fault.UNAUTHORIZED),
          Map.entry("token_revoked", Fault.UNAUTHORIZED),
          Map.entry("token_expired", Fault.UNAUTHORIZED),
          Map.entry("account_inactive", Fault.UNAUTHORIZED),
          Map.entry("invalid_token", Fault.UNAUTHORIZED),
          Map.entry("missing_scope", Fault.FORBIDDEN),
          Map.entry("not_allowed_token_type", Fault.FORBIDDEN),
          Map.entry("no_permission", Fault.FORBIDDEN),
          Map.entry("not_in_channel", Fault.FORBIDDEN),
          Map.entry("access_denied", Fault.FORBIDDEN),
          Map.entry("ekm_access_denied", Fault.FORBIDDEN),
          Map.entry("action_prohibited", Fault.FORBIDDEN),
          Map.entry("posting_to_general_channel_denied", Fault.FORBIDDEN),
          Map.entry("team_access_not_granted", Fault.FORBIDDEN),
          Map.entry("channel_not_found", Fault.NOT_FOUND),
          Map.entry("no_service", Fault.NOT_FOUND),
          Map.entry("no_team", Fault.NOT_FOUND),
          Map.entry("user_not_found", Fault.NOT_FOUND),
          Map.entry("is_archived", Fault.GONE),
          Map.entry("channel_is_archived", Fault.GONE),
          Map.entry("msg_blocks_too_long", Fault.MALFORMED),
          Map.entry("msg_too_long", Fault.MALFORMED),
          Map.entry("invalid_blocks", Fault.MALFORMED),
          Map.entry("invalid_blocks_format", Fault.MALFORMED),
          Map.entry("invalid_payload", Fault.MALFORMED),
          Map.entry("no_text", Fault.MALFORMED),
          Map.entry("too_many_attachments", Fault.MALFORMED),
          Map.entry("ratelimited", Fault.RATE_LIMITED),
          Map.entry("rate_limited", Fault.RATE_LIMITED),
          Map.entry("message_limit_exceeded", Fault.RATE_LIMITED),
          Map.entry("request_timeout", Fault.SERVER_ERROR),
          Map.entry("service_unavailable", Fault.SERVER_ERROR),
          Map.entry("team_added_to_org", Fault.SERVER_ERROR),
          Map.entry("rollup_error", Fault.SERVER_ERROR),
          // Either may have been done in part.
          Map.entry("internal_error", Fault.NO_ANSWER),
          Map.entry("fatal_error", Fault.NO_ANSWER));

  private static final String RESTRICTED = "restricted_action";

  private SlackFaults() {}

  /** The fault behind a word; UNRECOGNISED where we do not know it. */
  static Fault of(String word) {
    return word.startsWith(RESTRICTED)
        ? Fault.FORBIDDEN
        : BY_WORD.getOrDefault(word, Fault.UNRECOGNISED);
  }
}
