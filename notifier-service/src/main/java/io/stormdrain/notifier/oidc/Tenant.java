package io.stormdrain.notifier.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import io.quarkus.oidc.runtime.OidcTenantConfig.TokenStateManager.Strategy;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.Secret;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The provider as Quarkus wants it described. It is asked for when somebody comes in by it, so one
 * that is away keeps nobody else out and no start from succeeding.
 */
@Singleton
@Startup
public class Tenant implements TenantConfigResolver {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final @Nullable OidcTenantConfig described;

  Tenant(NotifierConfig config) {
    OidcConfig oidc = config.oidc();
    boolean https = config.publicUrl().map(URI::getScheme).filter("https"::equals).isPresent();
    this.described = oidc.url().map(url -> described(url, oidc, secret(oidc), https)).orElse(null);
  }

  @Override
  public Uni<OidcTenantConfig> resolve(
      RoutingContext routing, OidcRequestContext<OidcTenantConfig> request) {
    return Uni.createFrom().item(described);
  }

  private static OidcTenantConfig described(
      URI url, OidcConfig oidc, String secret, boolean https) {
    return OidcTenantConfig.authServerUrl(url.toString())
        .tenantId("people")
        .applicationType(ApplicationType.WEB_APP)
        .connectionTimeout(PATIENCE)
        .clientId(oidc.clientId())
        .credentials(secret)
        .authentication()
        .scopes(oidc.scopes())
        .pkceRequired()
        .nonceRequired()
        .stateSecret(digest("state", secret))
        .forceRedirectHttpsScheme(https)
        .cookieForceSecure(https)
        // It lives from the provider's answer to the next request, and that comes from another
        // site.
        .cookieSameSite(CookieSameSite.LAX)
        .end()
        .tokenStateManager()
        .strategy(Strategy.ID_TOKEN)
        .encryptionSecret(digest("token", secret))
        .end()
        .build();
  }

  private static String secret(OidcConfig oidc) {
    return oidc.clientSecret()
        .map(Secret::reveal)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "STORMDRAIN_OIDC_URL is set: STORMDRAIN_OIDC_CLIENT_SECRET is needed too"));
  }

  /** The same for all instances, so that one can go on with what another has begun. */
  private static String digest(String use, String secret) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest((use + '\n' + secret).getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, digest.length / 2);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
