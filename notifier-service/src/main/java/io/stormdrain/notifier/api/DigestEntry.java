package io.stormdrain.notifier.api;

import io.stormdrain.notifier.digest.Digest;
import io.stormdrain.notifier.digest.DigestMessage;
import io.stormdrain.notifier.message.PlainText;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What went on in some apps for a while. */
public record DigestEntry(
    @Schema(description = "From when on") Instant from,
    @Schema(description = "Until when") Instant until,
    @Schema(description = "How many incidents there were of each severity, the worst first")
        Map<String, Long> severities,
    @Schema(description = "The incidents, the worst first, a line each") List<String> incidents,
    @Schema(description = "Releases with what was said of them last, a line each")
        List<String> releases,
    @Schema(description = "Apps that have said something") List<String> heard,
    @Schema(description = "Apps that have said nothing: of them nothing is known")
        List<String> silent,
    @Schema(
            description =
                "Of how many incidents each class was a part; 0 where it was looked for and not found")
        Map<String, Long> classes,
    @Schema(description = "Classes of which something was seen, not enough to tell it")
        List<String> hints,
    @Schema(description = "All of it as it is told, as plain text") String text) {

  public DigestEntry {
    incidents = List.copyOf(incidents);
    releases = List.copyOf(releases);
    heard = List.copyOf(heard);
    silent = List.copyOf(silent);
    hints = List.copyOf(hints);
  }

  static DigestEntry of(Digest digest, LocalDate day) {
    Map<String, Long> severities = new LinkedHashMap<>();
    Arrays.stream(Severity.values())
        .filter(severity -> severity != Severity.INFO)
        .sorted(Comparator.reverseOrder())
        .forEach(one -> severities.put(one.word(), digest.severities().getOrDefault(one, 0L)));
    return new DigestEntry(
        digest.from(),
        digest.until(),
        severities,
        digest.incidents(),
        digest.releases(),
        digest.heard(),
        digest.silent(),
        digest.seen(),
        List.copyOf(digest.hints()),
        PlainText.of(DigestMessage.of(digest, day, List.of(), false)));
  }
}
