package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.store.AppReader;
import io.stormdrain.notifier.store.AppView;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where apps are looked up. */
@Singleton
public class Directory {

  private static final String EXPECTED = "the name of an app that sends its log";

  private final AppReader reader;
  private final Sight sight;

  Directory(AppReader reader, Sight sight) {
    this.reader = reader;
    this.sight = sight;
  }

  /**
   * All apps of that name: there may be one in each environment. One that the caller may not see is
   * as one that there is not.
   *
   * @throws ProblemException when there is none
   */
  public List<AppView> named(String name) {
    List<AppView> all =
        // PostgreSQL knows no NUL, so nothing is called so.
        name.indexOf(0) < 0 && sight.sees(name)
            ? QuarkusTransaction.requiringNew().call(() -> reader.of(name))
            : List.of();
    if (all.isEmpty()) {
      throw ProblemException.notFound("nothing was seen of an app '" + name + "' yet", EXPECTED);
    }
    return all;
  }

  /**
   * One of the apps of that name.
   *
   * @param environment in which it is; null for the first
   */
  public AppView find(String name, @Nullable String environment) {
    return of(named(name), environment);
  }

  /** The one in an environment; the first when that is null. */
  public static AppView of(List<AppView> named, @Nullable String environment) {
    return named.stream()
        .filter(app -> environment == null || environment.equals(app.environment()))
        .findFirst()
        .orElseThrow(() ->
            ProblemException.notFound(
                "there is no app '%s' in environment '%s'"
                    .formatted(named.getFirst().app(), environment),
                "one of " + named.stream().map(AppView::environment).toList()));
  }
}
