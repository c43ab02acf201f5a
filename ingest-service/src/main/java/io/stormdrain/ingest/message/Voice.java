package io.stormdrain.ingest.message;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks in a message. What the sender does not say is null; the source's own words stand in
 * for app, platform and environment.
 *
 * @param platform where it runs, when the sender names one that the source need not be of
 * @param service the app as its platform calls it, of a sender that speaks for several
 * @param process {@code web.1}, a replica's id, ...
 * @param environment {@code production}, ... in lower case
 * @param deployment release or deployment that the process runs
 */
public record Voice(
    Origin origin,
    @Nullable String platform,
    @Nullable String service,
    @Nullable String process,
    @Nullable String environment,
    @Nullable String deployment) {
  private static final int LONGEST = 200;

  /** The app of the source, and nothing else is known. */
  public static final Voice APP = new Voice(Origin.APP, null, null, null, null, null);

  public Voice {
    platform = named(platform);
    service = named(service);
    process = named(process);
    environment = named(environment);
    deployment = named(deployment);
    if (environment != null) {
      environment = environment.toLowerCase(Locale.ROOT);
    }
  }

  /** Headers and keys are made of these: short, and one line. */
  private static @Nullable String named(@Nullable String name) {
    if (name == null || name.isBlank() || name.equals("-")) {
      return null;
    }
    String stripped = name.strip();
    String cut = stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    return cut.chars().anyMatch(c -> c < ' ' || c == 127) ? cut.replaceAll("\\p{Cntrl}", " ") : cut;
  }

  /** The platform speaks about the same process. */
  public Voice as(Origin other) {
    return other == origin
        ? this
        : new Voice(other, platform, service, process, environment, deployment);
  }
}
