package io.stormdrain.notifier.delivery;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.EntityManager;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Ends the service within a test as {@code kill -9} does: from some moment on it does nothing more.
 * A moment is before a statement, or whenever somebody says so. What was under way is rolled back,
 * as PostgreSQL does when a connection is gone.
 */
@PersistenceUnitExtension
public final class Death implements StatementInspector {

  /** The service is no more. Nobody catches it, as nobody can. */
  static final class Died extends Error {
    private static final long serialVersionUID = 1;
  }

  private static final AtomicInteger STATEMENTS = new AtomicInteger();
  private static volatile int last = Integer.MAX_VALUE;
  private static volatile boolean dead;

  /** From now on it lives, until this many statements have been made. */
  static void after(int statements) {
    STATEMENTS.set(0);
    last = statements;
    dead = false;
  }

  /** From now on it lives. */
  static void never() {
    after(Integer.MAX_VALUE);
  }

  /** It dies now. */
  static void now() {
    dead = true;
  }

  static boolean hasCome() {
    return dead;
  }

  /** Returns when PostgreSQL, which notices it some moments later, has let go of what was held. */
  static void awaitRollback() {
    QuarkusTransaction.requiringNew()
        .run(() ->
            CDI.current()
                .select(EntityManager.class)
                .get()
                .createNativeQuery("lock table delivery in exclusive mode")
                .executeUpdate());
  }

  /** How many statements were made in this life. */
  static int statements() {
    return STATEMENTS.get();
  }

  @Override
  public String inspect(String sql) {
    if (STATEMENTS.incrementAndGet() > last) {
      dead = true;
    }
    if (dead) {
      // Whoever waits to try again need not wait: it is in vain.
      Thread.currentThread().interrupt();
      throw new Died();
    }
    return sql;
  }
}
