package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.people.Accounts;
import io.stormdrain.notifier.people.Invitations;
import io.stormdrain.notifier.people.Key;
import io.stormdrain.notifier.people.Tokens;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where admins say who may come in. */
@Singleton
public class PeopleDesk {

  private static final String ACCOUNT = "the name of an account";

  private final Accounts accounts;
  private final Invitations invitations;
  private final Tokens tokens;
  private final String base;
  private final InstantSource clock;

  PeopleDesk(
      Accounts accounts,
      Invitations invitations,
      Tokens tokens,
      NotifierConfig config,
      InstantSource clock) {
    this.accounts = accounts;
    this.invitations = invitations;
    this.tokens = tokens;
    this.base = config.publicUrl().map(URI::toString).orElse("").replaceAll("/+$", "");
    this.clock = clock;
  }

  /** All accounts. */
  public AccountList accounts() {
    return QuarkusTransaction.requiringNew()
        .call(() -> new AccountList(accounts.all().stream().map(AccountEntry::of).toList()));
  }

  /** A link for whoever comes first. */
  public OneTimeLink first() {
    return link(
        "",
        QuarkusTransaction.requiringNew()
            .call(invitations::first)
            .orElseThrow(() -> ProblemException.conflict("somebody has an account already")));
  }

  /** A new account, with the link by which it is joined. */
  public OneTimeLink add(AccountRequest request) {
    String name = request.called();
    Key key =
        QuarkusTransaction.requiringNew()
            .call(() -> accounts.add(name, request.as(), request.whose()));
    if (key == null) {
      throw ProblemException.conflict("there is an account '" + name + "' already");
    }
    return link(name, key);
  }

  /** Another link for an account. */
  public OneTimeLink invite(String name) {
    return link(
        name,
        QuarkusTransaction.requiringNew()
            .call(() -> accounts.invite(name))
            .orElseThrow(() ->
                ProblemException.notFound("nobody can be invited as '" + name + "'", ACCOUNT)));
  }

  /** Another role, other teams. */
  public AccountEntry change(String name, AccountRequest request) {
    return changed(
        name,
        QuarkusTransaction.requiringNew()
            .call(() -> accounts.change(name, request.as(), request.whose())));
  }

  /** Nobody comes in by it any more. */
  public AccountEntry disable(String name) {
    return changed(name, QuarkusTransaction.requiringNew().call(() -> accounts.disable(name)));
  }

  /** All tokens. */
  public TokenList tokens() {
    return QuarkusTransaction.requiringNew()
        .call(() -> new TokenList(tokens.all().stream().map(TokenEntry::of).toList()));
  }

  /** A new token. */
  public MadeToken add(TokenRequest request) {
    Tokens.Made made =
        QuarkusTransaction.requiringNew()
            .call(() ->
                tokens.add(
                    request.called(),
                    request.as(),
                    request.whose(),
                    request.until(clock.instant())));
    return new MadeToken(TokenEntry.of(made.token()), made.key().secret());
  }

  /** A token that is worth nothing from now on. */
  public TokenEntry revoke(long id) {
    return TokenEntry.of(
        QuarkusTransaction.requiringNew()
            .call(() -> tokens.revoke(id))
            .orElseThrow(() ->
                ProblemException.notFound(
                    "there is no token " + id + " that is valid", "the number of a token")));
  }

  private AccountEntry changed(String name, Accounts.Outcome outcome) {
    return switch (outcome) {
      case DONE ->
          AccountEntry.of(
              QuarkusTransaction.requiringNew().call(() -> accounts.named(name)).orElseThrow());
      case UNKNOWN ->
          throw ProblemException.notFound("there is no account '" + name + "'", ACCOUNT);
      case VOUCHED ->
          throw ProblemException.conflict("what '" + name + "' may is said by the provider");
      case LAST_ADMIN ->
          throw ProblemException.conflict("'" + name + "' is the only admin who can come in");
    };
  }

  private OneTimeLink link(String name, @Nullable Key key) {
    return new OneTimeLink(
        name,
        base + "/join?key=" + Objects.requireNonNull(key).secret(),
        clock.instant().plus(Invitations.LIFE));
  }
}
