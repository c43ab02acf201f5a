package io.stormdrain.ingest.webhook;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The platforms that tell what happens, by their word in the path. */
public final class Hooks {
  private static final Map<String, Hook> ALL =
      Collections.unmodifiableMap(
          new TreeMap<>(
              Map.of(
                  "heroku", new HerokuHook(),
                  "railway", new RailwayHook(),
                  "render", new RenderHook(),
                  "github", new GithubHook(),
                  "sentry", new SentryHook(),
                  "scalingo", new ScalingoHook())));

  private Hooks() {}

  /** All of them. */
  public static Map<String, Hook> all() {
    return ALL;
  }
}
