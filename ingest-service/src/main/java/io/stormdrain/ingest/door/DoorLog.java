package io.stormdrain.ingest.door;

import io.stormdrain.ingest.line.Settlement.Refused;
import io.stormdrain.ingest.message.Tally;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the door says in the log: each thing once in ten seconds per source, with the number of
 * times it happened. Never a token, never what a request contains.
 */
final class DoorLog {
  private static final Logger LOG = Logger.getLogger(DoorLog.class);
  private static final long BETWEEN = Duration.ofSeconds(10).toNanos();
  private static final Pattern DRAIN = Pattern.compile("d\\.[0-9a-f-]{1,40}");
  private static final int MOST_DRAINS = 10_000;

  private final Map<String, Seldom> seldom = new ConcurrentHashMap<>();
  private final Set<String> drains = ConcurrentHashMap.newKeySet();

  void stranger(Answer answer, String from) {
    warn("request turned away reason=" + answer.word(), "from=" + from);
  }

  void refused(String source, Refused refused) {
    warn(
        "lines refused source=" + source + " reason=" + refused.reason().word(),
        "lines=" + refused.refused());
  }

  /** Answered without having read the body, or all of it. */
  void unread(String source, Answer answer) {
    warn("body not read source=" + source + " answer=" + answer.word(), "");
  }

  void cut(String source, BodyCut reason) {
    warn("body cut source=" + source + " reason=" + reason.word(), "");
  }

  /** What was odd about a body that was taken all the same. */
  void oddities(String source, Tally counts) {
    counts
        .faults()
        .forEach((fault, frames) ->
            warn(
                "frames kept raw source=" + source + " fault=" + fault.word(), "frames=" + frames));
    if (counts.isMiscounted()) {
      warn("Logplex-Msg-Count differs from the body source=" + source, "");
    }
    if (counts.lostLines() > 0) {
      warn("sender lost lines source=" + source, "lines=" + counts.lostLines());
    }
  }

  /** Drain tokens name a drain, they open nothing: {@code heroku drains} shows them. */
  void drain(String source, @Nullable String token) {
    if (token == null || drains.contains(source + " " + token)) {
      return;
    }
    boolean room = drains.size() < MOST_DRAINS;
    if (room && DRAIN.matcher(token).matches() && drains.add(source + " " + token)) {
      LOG.infof("drain seen source=%s drain=%s", source, token);
    }
  }

  private void warn(String what, String latest) {
    long now = System.nanoTime();
    long times = seldom.computeIfAbsent(what, key -> new Seldom(BETWEEN, now)).timesSinceSaid(now);
    if (times > 0) {
      LOG.warnf("%s times=%d %s", what, times, latest);
    }
  }
}
