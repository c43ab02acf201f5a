package io.stormdrain.notifier.console;

import io.stormdrain.notifier.api.AccountEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in.
 *
 * @param roles in words, the least first
 * @param shown what is shown this once; null when nothing is
 */
public record PeoplePage(
    List<Member> accounts, List<Pass> tokens, List<String> roles, @Nullable Once shown) {

  public PeoplePage {
    accounts = List.copyOf(accounts);
    tokens = List.copyOf(tokens);
    roles = List.copyOf(roles);
  }

  /**
   * Somebody with an account.
   *
   * @param href base of the addresses at which it is changed
   */
  public record Member(AccountEntry account, String href) {}

  /**
   * A link or a token that was made just now.
   *
   * @param title what it is
   * @param advice what to do with it
   */
  public record Once(String title, String secret, String advice) {
    @Override
    public String toString() {
      return "Once[" + title + "]";
    }
  }

  /**
   * A token of the API.
   *
   * @param valid whether it can be used
   */
  public record Pass(
      long id,
      String name,
      String role,
      List<String> teams,
      String by,
      Moment createdAt,
      @Nullable Moment expiresAt,
      @Nullable Moment revokedAt,
      boolean valid) {}
}
