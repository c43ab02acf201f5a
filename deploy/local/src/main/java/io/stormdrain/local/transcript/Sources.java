package io.stormdrain.local.transcript;

import org.jspecify.annotations.Nullable;

/** Who speaks under which name on Heroku. */
final class Sources {

  private Sources() {}

  /** Releases, scaling and the add-ons speak as {@code app[api]}, {@code app[heroku-postgres]}. */
  static Origin origin(@Nullable String source, @Nullable String process) {
    boolean platform =
        "heroku".equals(source)
            || (process != null
                && (process.equals("api")
                    || process.startsWith("heroku-")
                    || process.startsWith("postgres.")));
    return platform ? Origin.PLATFORM : Origin.APP;
  }
}
