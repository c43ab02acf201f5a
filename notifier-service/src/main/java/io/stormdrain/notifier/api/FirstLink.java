package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.people.Invitations;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says how whoever comes first gets in. Where no token is set there is no other way to tell them
 * than our log: the link in it works once, for two days, and not once anybody has an account.
 */
@Singleton
class FirstLink {

  private static final Logger LOG = LoggerFactory.getLogger(FirstLink.class);

  private final NotifierConfig config;
  private final Invitations invitations;
  private final PeopleDesk desk;

  FirstLink(NotifierConfig config, Invitations invitations, PeopleDesk desk) {
    this.config = config;
    this.invitations = invitations;
    this.desk = desk;
  }

  void start(@Observes StartupEvent event) {
    if (config.access() == NotifierConfig.Access.OPEN) {
      LOG.warn("whoever reaches the port may do everything: STORMDRAIN_ACCESS is open");
    } else if (QuarkusTransaction.requiringNew().call(invitations::isAnybodyAwaited)) {
      if (config.apiToken().isPresent()) {
        LOG.info("nobody has an account yet: POST /api/v1/accounts/first makes a link");
      } else {
        LOG.warn("nobody has an account yet: make the first one at {}", desk.first().link());
      }
    }
  }
}
