package io.stormdrain.notifier.sender;

import java.net.URI;
import java.util.List;

/**
 * What to paste where.
 *
 * @param door the address at which the platform reaches the door, without a path
 * @param app as its platform calls it
 * @param token of the source
 * @param secret with which the platform is to sign, where it can be told one
 */
public record Instructions(URI door, String app, String token, String secret) {

  /** Lines for people, the ones to paste indented. */
  public List<String> of(Sender sender) {
    return switch (sender) {
      case HEROKU -> heroku();
      case RAILWAY -> railway();
      case RENDER -> render();
      case GITHUB -> github();
      case VERCEL -> vercel();
      case SENTRY -> sentry();
      case SCALINGO -> scalingo();
      case OTLP -> otlp();
      case JSON ->
          posts(
              "Any JSON, an object, an array or one per line (Vector, Fluent Bit, Fly's shipper, ...):",
              "/ingest/json",
              "Bearer");
      case LOKI ->
          posts(
              "Promtail, Alloy, Vector and others that push to Loki:",
              "/loki/api/v1/push",
              "Bearer");
      case ELASTICSEARCH -> posts("Whatever writes to Elasticsearch:", "/_bulk", "ApiKey");
      case SPLUNK ->
          posts(
              "Whatever writes to Splunk's HTTP Event Collector:",
              "/services/collector/event",
              "Splunk");
      case SYSLOG ->
          List.of(
              "Syslog over TCP or TLS, where ingest has a port for it; the token stands before <PRI>, or in structured data:",
              "  %s <14>1 - web %s web.1 - - hello".formatted(token, app));
    };
  }

  private List<String> posts(String who, String path, String scheme) {
    return List.of(who, "  POST " + at(path), "  Authorization: " + scheme + ' ' + token);
  }

  private List<String> vercel() {
    return List.of(
        "Vercel, team settings, drains, a custom endpoint, format JSON or NDJSON:",
        "  " + at("/ingest/json/" + token),
        "Put the secret that it shows into the source as secrets: [...], so that signatures are checked.");
  }

  private List<String> sentry() {
    return List.of(
        "Sentry, settings, an internal integration with the webhooks issue and alerts:",
        "  " + at("/hooks/sentry/" + token),
        "Put its client secret into the source as secrets: [...], so that signatures are checked.");
  }

  private List<String> scalingo() {
    return List.of(
        "The lines (where ingest has a port for syslog over TLS):",
        "  scalingo --app %s log-drains-add --type syslog --url %s --port 6514 --token %s"
            .formatted(app, door.getHost(), token),
        "Crashes and deployments, as a webhook notifier:",
        "  " + at("/hooks/scalingo/" + token));
  }

  private List<String> heroku() {
    String host = door.getAuthority();
    return List.of(
        "The lines:",
        "  heroku drains:add %s://drain:%s@%s/logplex --app %s"
            .formatted(door.getScheme(), token, host, app),
        "Releases and builds, also those that fail before a line is written:",
        "  heroku webhooks:add -i api:release,api:build -l sync -s %s -u %s --app %s"
            .formatted(secret, at("/hooks/heroku/" + token), app),
        "An app of the Fir generation, in place of the drain (and add dyno to -i above):",
        "  heroku telemetry:add %s --app %s --signals logs --headers '{\"Authorization\":\"Bearer %s\"}'"
            .formatted(door, app, token));
  }

  private List<String> railway() {
    return List.of(
        "The lines: deploy the template \"locomotive\" into the project, with the variables",
        "  LOCOMOTIVE_WEBHOOK_MODE=otel_http",
        "  LOCOMOTIVE_WEBHOOK_URL=" + at("/v1/logs"),
        "  LOCOMOTIVE_ADDITIONAL_HEADERS=Authorization=Bearer " + token,
        "  LOCOMOTIVE_RAILWAY_API_KEY=(an account token of yours)",
        "  LOCOMOTIVE_ENVIRONMENT_ID, LOCOMOTIVE_SERVICE_IDS=(those to be read)",
        "Failed deployments, crashes and kills for memory: project, settings, webhooks",
        "  " + at("/hooks/railway/" + token));
  }

  private List<String> render() {
    return List.of(
        "The lines: integrations, observability, log stream (where ingest has a port for syslog over TLS)",
        "  endpoint  %s:6514".formatted(door.getHost()),
        "  token     " + token,
        "Failed deploys and crashes: integrations, webhooks",
        "  " + at("/hooks/render/" + token),
        "Put the secret that it shows (whsec_...) into the source as secrets: [...], so that signatures are checked.");
  }

  private List<String> github() {
    return List.of(
        "Failed runs: repository, settings, webhooks, content type JSON, events workflow runs and workflow jobs",
        "  URL     " + at("/hooks/github/" + token),
        "  secret  " + secret,
        "The end of a log, as the last step of a job, with the secret STORMDRAIN_TOKEN=" + token,
        "  - if: failure()",
        "    run: tail -n 500 build.log | curl -fsS --data-binary @- -H \"Authorization: Bearer $TOKEN\" \"%s?job=$GITHUB_JOB&status=failure\""
            .formatted(at("/ci/" + app)),
        "    env: {TOKEN: \"${{ secrets.STORMDRAIN_TOKEN }}\"}");
  }

  private List<String> otlp() {
    return List.of(
        "An SDK or a collector:",
        "  OTEL_EXPORTER_OTLP_LOGS_ENDPOINT=" + at("/v1/logs"),
        "  OTEL_EXPORTER_OTLP_HEADERS=Authorization=Bearer%20" + token);
  }

  private String at(String path) {
    return door + path;
  }

  @Override
  public String toString() {
    return "Instructions(" + app + " at " + door + ")";
  }
}
