package io.stormdrain.notifier.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.api.AccountRequest;
import io.stormdrain.notifier.api.MadeToken;
import io.stormdrain.notifier.api.OneTimeLink;
import io.stormdrain.notifier.api.PeopleDesk;
import io.stormdrain.notifier.api.TokenEntry;
import io.stormdrain.notifier.api.TokenRequest;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where admins say who may come in. */
@Path("/people")
@RunOnVirtualThread
@Needs(Role.ADMIN)
public class PeopleConsole {

  private static final String PATH = "/people";

  private final PeopleDesk desk;
  private final Printer printer;
  private final InstantSource clock;

  PeopleConsole(PeopleDesk desk, Printer printer, InstantSource clock) {
    this.desk = desk;
    this.printer = printer;
    this.clock = clock;
  }

  /** Accounts and tokens. */
  @GET
  public Response people() {
    return page(null);
  }

  /** Somebody new. */
  @POST
  @Path("/accounts")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(
      @RestForm @Nullable String name,
      @RestForm @Nullable String role,
      @RestForm @Nullable String teams) {
    return page(link(desk.add(new AccountRequest(name, role, list(teams)))));
  }

  /** Another link. */
  @POST
  @Path("/accounts/{name}/invite")
  public Response invite(@RestPath String name) {
    return page(link(desk.invite(name)));
  }

  /** Another role, other teams. */
  @POST
  @Path("/accounts/{name}/change")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @RestPath String name, @RestForm @Nullable String role, @RestForm @Nullable String teams) {
    desk.change(name, new AccountRequest(name, role, list(teams)));
    return Way.to(PATH).build();
  }

  /** The end of an account. */
  @POST
  @Path("/accounts/{name}/disable")
  public Response disable(@RestPath String name) {
    desk.disable(name);
    return Way.to(PATH).build();
  }

  /** A new token. */
  @POST
  @Path("/tokens")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response token(
      @RestForm @Nullable String name,
      @RestForm @Nullable String role,
      @RestForm @Nullable String teams,
      @RestForm @Nullable String expires) {
    MadeToken made = desk.add(new TokenRequest(name, role, list(teams), expires));
    return page(
        new PeoplePage.Once(
            "Token " + made.token().name(),
            made.secret(),
            "Copy it now, nobody is shown it again. Programs send it as Authorization: Bearer."));
  }

  /** The end of a token. */
  @POST
  @Path("/tokens/{token}/revoke")
  public Response revoke(@RestPath long token) {
    desk.revoke(token);
    return Way.to(PATH).build();
  }

  private static PeoplePage.Once link(OneTimeLink link) {
    return new PeoplePage.Once(
        "Link for " + link.name(),
        link.link(),
        "Give it to them: it works once, within two days, and nobody is shown it again.");
  }

  private Response page(PeoplePage.@Nullable Once shown) {
    Instant now = clock.instant();
    PeoplePage page =
        new PeoplePage(
            desk.accounts().accounts().stream()
                .map(account ->
                    new PeoplePage.Member(
                        account, PATH + "/accounts/" + Href.encoded(account.name())))
                .toList(),
            desk.tokens().tokens().stream().map(token -> pass(token, now)).toList(),
            Stream.of(Role.values()).map(Role::word).toList(),
            shown);
    return printer
        .html(200, frame -> Pages.people(frame, page))
        .header("Cache-Control", "no-store")
        .build();
  }

  private static PeoplePage.Pass pass(TokenEntry token, Instant now) {
    return new PeoplePage.Pass(
        token.id(),
        token.name(),
        token.role(),
        token.teams(),
        token.by(),
        new Moment(token.createdAt()),
        Moment.of(token.expiresAt()),
        Moment.of(token.revokedAt()),
        token.revokedAt() == null && (token.expiresAt() == null || token.expiresAt().isAfter(now)));
  }

  private static List<String> list(@Nullable String teams) {
    return Stream.of(Objects.requireNonNullElse(teams, "").split(",", -1))
        .map(String::strip)
        .filter(team -> !team.isEmpty())
        .toList();
  }
}
