package io.stormdrain.notifier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.stormdrain.notifier.oidc.OidcConfig;
import io.stormdrain.notifier.threshold.Severity;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The service's own settings; those of Quarkus and of Kafka have their usual names beside them. */
@ConfigMapping(prefix = "stormdrain.notifier")
public interface NotifierConfig {

  /**
   * Where people read about incidents, base of the links in messages; without it there are none.
   */
  Optional<URI> publicUrl();

  /**
   * Folder of the pages of all classes of trouble, base of the links to them; without it there are
   * none.
   */
  Optional<URI> docsUrl();

  /** Whether people need an account, and programs a token. */
  @WithDefault("accounts")
  Access access();

  /** A token of the API that may everything, for who sets up the service. */
  Optional<Secret> apiToken();

  /** A provider of OpenID Connect by which people may come in. */
  OidcConfig oidc();

  /** Who may come in. */
  enum Access {
    /** Those who have an account or a token. */
    ACCOUNTS,
    /** Whoever reaches the port. */
    OPEN
  }

  /** Who is told of what. */
  Route route();

  /** File of routes and receivers; without it all receivers of the settings are told. */
  Optional<String> routingFile();

  /**
   * Folder of alert rules beside the shipped ones; one of the same id takes a shipped one's place.
   */
  Optional<String> rulesDir();

  /** File of probes; without it no app is asked whether it is well. */
  Optional<String> probesFile();

  /** How deliveries are made. */
  Delivery delivery();

  /** Whether changes of incidents are written to topics {@code incidents} and its history. */
  @WithDefault("true")
  boolean publishIncidents();

  /** How long incidents are kept after their end, with all that was told of them. */
  @WithDefault("180d")
  Duration incidentsKept();

  /** How long vitals are kept for the pages of apps. */
  Vitals vitals();

  /** Slack, by incoming webhook, by bot token and channel, or by both. */
  Slack slack();

  /** E-mail by SMTP. */
  Mail mail();

  /** Requests that leave. */
  Outgoing outgoing();

  /** The service that takes logs, for the page of sources. */
  Ingest ingest();

  /** The service that understands lines, for the page of signatures. */
  Analyzer analyzer();

  /** What teams are told once a day, unless the routing file says otherwise. */
  DigestSettings digests();

  /** A sign of life to somebody who misses it when it does not come. */
  HeartbeatSettings heartbeat();

  /** The service that takes logs. */
  interface Ingest {
    /** Where its API is, seen from here. */
    @WithDefault("http://localhost:8080")
    URI url();

    /** What its API of sources wants to be shown. */
    Optional<Secret> token();

    /** Where platforms reach its door; without it, as it is seen from here. */
    Optional<URI> doorUrl();
  }

  /** The service that understands lines. */
  interface Analyzer {
    /** Where its API is, seen from here. */
    @WithDefault("http://localhost:8081")
    URI url();
  }

  /** Requests that leave. */
  interface Outgoing {
    /**
     * Ranges, addresses and names that receivers may reach beside public addresses: {@code
     * 10.1.0.0/16, hooks.internal}.
     */
    Optional<List<String>> allow();

    /** Longest time for one request, all of it. */
    @WithDefault("10s")
    Duration timeout();
  }

  /** Who is told of what. */
  interface Route {
    /** Severity from which on an incident is told. */
    @WithDefault("low")
    Severity minimumSeverity();
  }

  /** How deliveries are made. */
  interface Delivery {
    /** A first message waits so long for causes and effects that come in the same breath. */
    @WithDefault("300ms")
    Duration groupWait();

    /** A change of a message waits so long for further ones. */
    @WithDefault("1s")
    Duration editWait();

    /** How long what an instance was telling is its own after it was last heard of. */
    @WithDefault("30s")
    Duration lease();

    /** How often to look for work that nobody announced, as after the end of another instance. */
    @WithDefault("1s")
    Duration idle();

    /** Deliveries to one receiver at a time, where its own limits allow as many. */
    @WithDefault("32")
    int atATime();

    /** Whether receivers are told no faster than their own limits allow. */
    @WithDefault("true")
    boolean paced();

    /** Longest pause before the second attempt; it doubles with each. */
    @WithDefault("1s")
    Duration firstPause();

    /** Longest pause before any attempt. */
    @WithDefault("5m")
    Duration lastPause();

    /** A delivery that has not succeeded by then is dead. */
    @WithDefault("24h")
    Duration giveUpAfter();
  }

  /** How long vitals are kept. */
  interface Vitals {
    /** In windows of 10 s. */
    @WithDefault("2h")
    Duration tenSecondsKept();

    /** In windows of 1 min. */
    @WithDefault("48h")
    Duration minutesKept();
  }

  /** Slack. */
  interface Slack {
    /** Address of an incoming webhook; whoever knows it can post. */
    Optional<Secret> webhookUrl();

    /** Token of an app with the scope chat:write. */
    Optional<Secret> botToken();

    /** Where the bot posts: the channel's id. */
    Optional<String> channel();

    /** Signing secret of the app; with it messages have buttons. */
    Optional<Secret> signingSecret();

    /** Base of the Web API. */
    @WithDefault("https://slack.com/api/")
    URI apiUrl();

    /** Longest time for one call. */
    @WithDefault("10s")
    Duration timeout();
  }

  /** E-mail. */
  interface Mail {
    /** Name of the SMTP server. */
    Optional<String> host();

    /** Its port. */
    @WithDefault("587")
    int port();

    /** Who logs in; without it nobody does. */
    Optional<String> user();

    /** With what. */
    Optional<Secret> password();

    /** How the connection is encrypted. */
    @WithDefault("start")
    Tls tls();

    /** Sender's address. */
    Optional<String> from();

    /** Receivers' addresses. */
    Optional<List<String>> to();

    /** Longest time for one mail, all steps together. */
    @WithDefault("20s")
    Duration timeout();
  }

  /** How a connection to an SMTP server is encrypted. */
  enum Tls {
    /** STARTTLS, and nothing is sent if the server does not offer it. */
    START,
    /** From the first byte on, as on port 465. */
    TLS,
    /** Not at all; for servers on the same machine. */
    NONE
  }
}
