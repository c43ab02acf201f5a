package io.stormdrain.local.settings;

import java.util.ArrayList;
import java.util.List;

/** Where alerts will go, told from the settings, and what is missing. Pure words for people. */
public final class Receivers {

  private Receivers() {}

  /**
   * One line per receiver; this terminal when there is none.
   *
   * @param settings of the notifier
   */
  public static List<String> describe(Settings settings) {
    List<String> lines = new ArrayList<>();
    if (settings.has("SLACK_BOT_TOKEN", "SLACK_CHANNEL")) {
      lines.add("go to Slack, channel " + settings.value("SLACK_CHANNEL").orElse(""));
    } else if (settings.has("SLACK_WEBHOOK_URL")) {
      lines.add("go to Slack, the channel of the incoming webhook");
    }
    if (settings.has("SMTP_HOST", "MAIL_TO")) {
      lines.add("go by e-mail to " + settings.value("MAIL_TO").orElse(""));
    }
    if (lines.isEmpty()) {
      lines.add(
          "go to this terminal (set SLACK_WEBHOOK_URL or SMTP_HOST and MAIL_TO in stormdrain.env)");
    }
    lines.addAll(missing(settings));
    return lines;
  }

  private static List<String> missing(Settings settings) {
    List<String> lines = new ArrayList<>();
    pair(settings, "SLACK_BOT_TOKEN", "SLACK_CHANNEL", "Slack", lines);
    pair(settings, "SMTP_HOST", "MAIL_TO", "e-mail", lines);
    return lines;
  }

  private static void pair(
      Settings settings, String one, String other, String receiver, List<String> lines) {
    if (settings.has(one) != settings.has(other)) {
      String given = settings.has(one) ? one : other;
      String absent = settings.has(one) ? other : one;
      lines.add("do NOT go to %s: %s is set, but %s is missing".formatted(receiver, given, absent));
    }
  }
}
