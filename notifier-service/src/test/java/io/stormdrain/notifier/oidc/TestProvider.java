package io.stormdrain.notifier.oidc;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.stormdrain.notifier.TestReceivers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A provider by whose login people come in. */
public final class TestProvider implements QuarkusTestResourceLifecycleManager {

  private final ProviderServer provider;

  /** Starts none of the service, only the provider. */
  public TestProvider() {
    try {
      provider = new ProviderServer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> start() {
    return Map.ofEntries(
        Map.entry("stormdrain.notifier.access", "accounts"),
        Map.entry("stormdrain.notifier.api-token", TestReceivers.API_TOKEN),
        Map.entry("stormdrain.notifier.oidc.url", provider.issuer()),
        Map.entry("stormdrain.notifier.oidc.client-secret", ProviderServer.SECRET),
        Map.entry("stormdrain.notifier.oidc.name", "Example"),
        Map.entry("stormdrain.notifier.oidc.admins", "ops"),
        Map.entry("stormdrain.notifier.oidc.responders", "developers,on call"),
        Map.entry("stormdrain.notifier.oidc.viewers", "*"),
        Map.entry("stormdrain.notifier.oidc.team-prefix", "team-"));
  }

  @Override
  public void inject(TestInjector into) {
    into.injectIntoFields(provider, new TestInjector.MatchesType(ProviderServer.class));
  }

  @Override
  public void stop() {
    provider.stop();
  }
}
