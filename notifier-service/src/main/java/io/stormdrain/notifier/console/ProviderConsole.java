package io.stormdrain.notifier.console;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.oidc.Claims;
import io.stormdrain.notifier.oidc.OidcConfig;
import io.stormdrain.notifier.oidc.Standing;
import io.stormdrain.notifier.oidc.Standings;
import io.stormdrain.notifier.people.FrontDoor;
import io.stormdrain.notifier.people.Open;
import io.stormdrain.notifier.people.Vouched;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Where people come in for whom a provider vouches. Quarkus leads them there and back and proves
 * what they bring; from then on they have a session like everybody else.
 */
@Path(ProviderConsole.PATH)
@RunOnVirtualThread
public class ProviderConsole {

  static final String PATH = "/login/provider";

  private final FrontDoor door;
  private final Porch porch;
  private final OidcSession brought;
  private final OidcConfig config;

  ProviderConsole(FrontDoor door, Porch porch, OidcSession brought, NotifierConfig config) {
    this.door = door;
    this.porch = porch;
    this.brought = brought;
    this.config = config.oidc();
  }

  /** Lets somebody in whom the provider knows. */
  @GET
  @Open
  @Authenticated
  public Response enter(
      @RestQuery @Nullable String to,
      @RestCookie(SessionGate.COOKIE) @Nullable String before,
      HttpHeaders headers) {
    Claims claims = Claims.of(brought.getIdToken(), config.groupsClaim());
    brought.logout().await().indefinitely();
    String wanted = LoginResource.ours(to);
    if (claims.name().isEmpty()) {
      return porch.turnedAway(wanted, Standing.Why.NO_NAME.words());
    }
    return switch (new Standings(config).of(claims.groups())) {
      case Standing.Refused(var why) -> porch.turnedAway(wanted, why.words());
      case Standing.Granted(var role, var teams) -> {
        Vouched who = new Vouched(claims.subject(), claims.name(), role, teams);
        yield porch.vouched(
            QuarkusTransaction.requiringNew().call(() -> door.vouched(who, before)),
            wanted,
            headers);
      }
    };
  }
}
