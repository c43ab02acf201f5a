package io.stormdrain.ingest.otlp;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of a resource or of a record. Only those are kept that say something here, so that
 * hostile bodies cannot make millions of them.
 */
final class Attributes {
  /** Names of OpenTelemetry's semantic conventions. */
  static final String SERVICE = "service.name";

  static final String INSTANCE = "service.instance.id";
  static final String VERSION = "service.version";
  static final String ENVIRONMENT = "deployment.environment.name";
  static final String DEPLOYMENT = "deployment.id";
  static final String PROVIDER = "cloud.provider";
  static final String EXCEPTION_TYPE = "exception.type";
  static final String EXCEPTION_MESSAGE = "exception.message";
  static final String STACK_TRACE = "exception.stacktrace";

  /** The name before semantic conventions 1.27. */
  static final String OLD_ENVIRONMENT = "deployment.environment";

  static final String POD = "k8s.pod.name";
  static final String HOST = "host.name";

  /** Heroku's own (Dev Center, "OpenTelemetry Signals and Attributes"). */
  static final String HEROKU_APP = "heroku.app.name";

  static final String HEROKU_DYNO = "heroku.dyno.name";
  static final String HEROKU_RELEASE = "heroku.release.version";

  /** Those of Railway's forwarder. */
  static final String RAILWAY_DEPLOYMENT = "deployment_id";

  static final String RAILWAY_INSTANCE = "deployment_instance_id";

  private static final Set<String> KNOWN =
      Set.of(
          SERVICE,
          INSTANCE,
          VERSION,
          ENVIRONMENT,
          OLD_ENVIRONMENT,
          DEPLOYMENT,
          PROVIDER,
          EXCEPTION_TYPE,
          EXCEPTION_MESSAGE,
          STACK_TRACE,
          POD,
          HOST,
          HEROKU_APP,
          HEROKU_DYNO,
          HEROKU_RELEASE,
          RAILWAY_DEPLOYMENT,
          RAILWAY_INSTANCE);

  private final Map<String, String> values = new HashMap<>(4);

  static boolean isKnown(String name) {
    return KNOWN.contains(name);
  }

  void put(String name, String value) {
    if (isKnown(name) && !value.isBlank()) {
      values.put(name, value);
    }
  }

  /** The first of these that is there. */
  @Nullable String first(String... names) {
    for (String name : names) {
      String value = values.get(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }
}
