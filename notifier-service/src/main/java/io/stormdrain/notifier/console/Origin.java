package io.stormdrain.notifier.console;

import io.stormdrain.notifier.NotifierConfig;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Tells forms of our own pages from those that other sites make a browser send. */
@Singleton
class Origin {

  private static final String SITE = "Sec-Fetch-Site";
  private static final String ORIGIN = "Origin";

  private final @Nullable String known;

  Origin(NotifierConfig config) {
    this.known = config.publicUrl().map(URI::getAuthority).orElse(null);
  }

  /** Where a form came from. */
  enum Verdict {
    OURS,
    FOREIGN,
    /** Browsers always say it when they send a form. */
    UNKNOWN
  }

  Verdict of(ContainerRequestContext request) {
    return of(
        request.getHeaderString(SITE),
        request.getHeaderString(ORIGIN),
        request.getHeaderString(HttpHeaders.HOST));
  }

  /**
   * A browser's own word counts; without it, the page's address has to be the one it was sent to.
   */
  Verdict of(@Nullable String site, @Nullable String origin, @Nullable String host) {
    if (site != null) {
      return site.equals("same-origin") ? Verdict.OURS : Verdict.FOREIGN;
    }
    if (origin == null) {
      return Verdict.UNKNOWN;
    }
    String from = origin.replaceFirst("^https?://", "");
    return from.equals(host) || from.equals(known) ? Verdict.OURS : Verdict.FOREIGN;
  }
}
