package io.stormdrain.notifier.message;

import io.stormdrain.notifier.message.Message.Blame;
import java.time.Duration;
import java.time.Instant;

/** How a suspected release is put: with its grade, and never as the cause. */
final class Suspicion {

  private Suspicion() {}

  static String words(Blame blame, Instant firstSeen) {
    String grade =
        switch (blame.grade()) {
          case STRONG -> "strong suspect";
          case POSSIBLE -> "possible suspect";
        };
    String what = blame.what() == null ? "" : " (" + blame.what() + ")";
    String age = InWords.duration(Duration.between(blame.at(), firstSeen));
    String before =
        blame.lastGood() == null ? "" : "; the release before it is " + blame.lastGood();
    return "%s: %s%s, released %s before it was first seen%s"
        .formatted(grade, blame.release(), what, age, before);
  }
}
