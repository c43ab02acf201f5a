package io.stormdrain.ingest.otlp;

import io.stormdrain.ingest.message.Origin;
import io.stormdrain.ingest.message.Severity.Trust;
import io.stormdrain.ingest.message.Voice;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What wrote the records of one scope.
 *
 * @param trust how far to believe the severities of its records
 */
record Resource(Voice voice, Trust trust) {
  private static final String HEROKU = "heroku";

  /** The scope of Railway's forwarder, which turns stderr into errors. */
  private static final String RAILWAYS_SCOPE = "locomotive";

  /** What SDKs say that nobody told the name. */
  private static final String UNKNOWN_SERVICE = "unknown_service";

  private static final Pattern RELEASE = Pattern.compile("v\\d{1,9}");

  /** Heroku's own services, in whose records the platform speaks, and their names elsewhere. */
  private static final Map<String, String> HEROKU_PARTS =
      Map.of("heroku-router", "router", "heroku-api", "api");

  static Resource of(Attributes attributes, @Nullable String scope) {
    boolean railway = RAILWAYS_SCOPE.equals(scope);
    boolean heroku =
        HEROKU.equalsIgnoreCase(attributes.first(Attributes.PROVIDER))
            || attributes.first(Attributes.HEROKU_DYNO, Attributes.HEROKU_RELEASE) != null;
    String service = attributes.first(Attributes.SERVICE);
    String part = heroku && service != null ? HEROKU_PARTS.get(service) : null;
    Voice voice =
        new Voice(
            part == null ? Origin.APP : Origin.PLATFORM,
            heroku ? HEROKU : railway ? "railway" : null,
            service(attributes, part == null ? service : null),
            part == null ? process(attributes) : part,
            attributes.first(Attributes.ENVIRONMENT, Attributes.OLD_ENVIRONMENT),
            deployment(attributes, heroku));
    return new Resource(voice, railway ? Trust.STREAM : Trust.EXPLICIT);
  }

  private static @Nullable String service(Attributes attributes, @Nullable String service) {
    String app = attributes.first(Attributes.HEROKU_APP);
    boolean unknown = service == null || service.startsWith(UNKNOWN_SERVICE);
    return app == null && !unknown ? service : app;
  }

  private static @Nullable String process(Attributes attributes) {
    return attributes.first(
        Attributes.HEROKU_DYNO,
        Attributes.RAILWAY_INSTANCE,
        Attributes.INSTANCE,
        Attributes.POD,
        Attributes.HOST);
  }

  /** On Heroku the version of the service is its release (semantic conventions, Heroku). */
  private static @Nullable String deployment(Attributes attributes, boolean heroku) {
    String named =
        attributes.first(
            Attributes.DEPLOYMENT, Attributes.RAILWAY_DEPLOYMENT, Attributes.HEROKU_RELEASE);
    String version = attributes.first(Attributes.VERSION);
    boolean release = heroku && version != null && RELEASE.matcher(version).matches();
    return named == null && release ? version : named;
  }
}
