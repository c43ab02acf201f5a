package io.stormdrain.notifier.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** Tells whether anything has changed that people look at, whichever instance changed it. */
@Singleton
public class ChangeReader {

  private final EntityManager entities;

  ChangeReader(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Another text after every change of incidents, apps and deliveries; in the caller's transaction.
   */
  public String mark() {
    return (String)
        entities
            .createNativeQuery(
                """
                select concat_ws(' ', (select max(number) from transition),
                  (select max(changed_at) from case_file), (select max(settled_at) from delivery))
                """,
                String.class)
            .getSingleResult();
  }
}
