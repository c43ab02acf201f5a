package io.stormdrain.ingest.json;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in an object, and the names under which senders put it there, the likeliest
 * first. A point stands for a nested object, or for itself. A new sender is a new name here.
 */
enum Slot {
  TEXT(
      "message msg _msg event_message log event short_message MESSAGE line"
          + " event.original text body content"),
  /** A stack trace that stands beside the text. */
  TRACE(
      "stack stack_trace error.stack err.stack error.stack_trace"
          + " exception.stacktrace traceback exc_info exception"),
  TIME(
      "@timestamp timestamp time _time ts date datetime dt EventTimestampMs"
          + " EdgeStartTimestamp"),
  LEVEL("level severity log.level levelname severity_text lvl PRIORITY"),
  APP(
      "_metadata.service_name _metadata.serviceName fly.app.name projectName"
          + " label.com.dokku.app-name service.name service_name service ScriptName app"
          + " appname app_name application site_name _metadata.service_id"
          + " _metadata.serviceId projectId"),
  PROCESS(
      "_metadata.deployment_instance_id _metadata.deploymentInstanceId"
          + " fly.app.instance service.instance.id service_instance_id dyno kubernetes.pod_name"
          + " kubernetes.pod.name pod container_name instance hostname host.name host"),
  ENVIRONMENT(
      "_metadata.environment_name _metadata.environmentName"
          + " environment_name deployment.environment.name deployment_environment_name"
          + " deployment.environment deployment_environment service.environment"
          + " environment env"),
  DEPLOYMENT(
      "_metadata.deployment_id _metadata.deploymentId deployment.id deploymentId"
          + " deployment_id deploy_id release"),
  /** What tells the sender. */
  RAILWAY(
      "_metadata.project_id _metadata.projectId _metadata.project_name" + " _metadata.projectName"),
  LOG_TYPE("_metadata.log_type"),
  FLY("event.provider"),
  VERCEL("projectId"),
  /** Kind of output on Vercel, a file's name elsewhere. */
  SOURCE("source"),
  ID("id");

  /** A slot that a name is good for; lower ranks are better. */
  record Claim(Slot slot, int rank) {}

  private static final Map<String, List<Claim>> CLAIMS = new HashMap<>();
  private static final Set<String> OBJECTS = new HashSet<>();

  static {
    for (Slot slot : values()) {
      List<String> names = List.of(slot.names.split(" ", -1));
      for (int i = 0; i < names.size(); i++) {
        String name = names.get(i);
        CLAIMS.merge(name, List.of(new Claim(slot, i)), Slot::both);
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
          OBJECTS.add(name.substring(0, dot));
        }
      }
    }
  }

  private final String names;

  Slot(String names) {
    this.names = names;
  }

  private static List<Claim> both(List<Claim> one, List<Claim> other) {
    return List.of(one.getFirst(), other.getFirst());
  }

  /** What a value of this name may be; null when it is nothing. */
  static @Nullable List<Claim> claims(String name) {
    return CLAIMS.get(name);
  }

  /** Does something that is looked for stand in the object of this name? */
  static boolean isOpened(String name) {
    return OBJECTS.contains(name);
  }
}
