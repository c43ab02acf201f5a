package io.stormdrain.notifier.console;

import io.quarkus.qute.TemplateInstance;
import io.stormdrain.notifier.NotifierConfig;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The page on which people log in, with the ways in that there are. */
@Singleton
class LoginPages {

  private final @Nullable String provider;

  LoginPages(NotifierConfig config) {
    this.provider = config.oidc().url().map(url -> config.oidc().name()).orElse(null);
  }

  Function<Frame, TemplateInstance> page(String to, String name, @Nullable String fault) {
    return frame -> Pages.login(frame, new Entry(to, name, provider, fault));
  }

  /** What the provider is called; null when there is none. */
  @Nullable String provider() {
    return provider;
  }
}
