package io.stormdrain.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The service's own settings; those of Quarkus and of Kafka have their usual names beside them. */
@ConfigMapping(prefix = "stormdrain.ingest")
public interface IngestConfig {
  /** YAML file of sources; also {@code STORMDRAIN_SOURCES_FILE}. */
  Optional<Path> sourcesFile();

  /**
   * Key of the hashes of tokens in the registry; also {@code STORMDRAIN_TOKEN_KEY}. At least 32
   * characters, the same for all instances.
   */
  Optional<Secret> tokenKey();

  /**
   * What has to be shown to the API by who changes sources; also {@code STORMDRAIN_ADMIN_TOKEN}. At
   * least 32 characters; without it nobody is let in.
   */
  Optional<Secret> adminToken();

  /**
   * Longest time until a request is answered. Logplex gives up after 5 s and then sends again
   * without delay, at most three times.
   */
  @WithDefault("4S")
  Duration deadline();

  /** Longest time for a body to arrive. */
  @WithDefault("15S")
  Duration bodyTime();

  /** Largest body, as sent and inflated. Logplex sends 100 KB, log-shuttle 5 MB at most. */
  @WithDefault("10M")
  MemorySize maxBody();

  /** How much larger than its gzip form a body may be. */
  @WithDefault("200")
  int maxInflation();

  /** Bytes of bodies and their records held for unanswered requests. */
  @WithDefault("24M")
  MemorySize maxInFlight();

  /** Bytes of bodies that one source may hold of them. */
  @WithDefault("12M")
  MemorySize maxInFlightPerSource();

  /**
   * Lines a second that a source may send for long, unless it has a quota of its own; 0 for any
   * number. Each instance counts for itself.
   */
  @WithDefault("10000")
  int linesPerSecond();

  /** How long a source may have been silent to send at once all that it saved. */
  @WithDefault("30S")
  Duration quotaBurst();

  /**
   * Folder that keeps lines while Kafka does not take them; also {@code STORMDRAIN_SPOOL_DIR}.
   * Without one they wait with their senders.
   */
  Optional<Path> spoolDir();

  /** Bytes of lines that it may hold. */
  @WithDefault("1G")
  MemorySize spoolLimit();

  /** How long Kafka is waited for before lines go there. */
  @WithDefault("2S")
  Duration spoolAfter();

  /** Take the names out of mail addresses, too. */
  @WithDefault("false")
  boolean redactEmails();

  /** Take out public IP addresses, too. */
  @WithDefault("false")
  boolean redactAddresses();

  /** Longest time from the first byte of a request to that of its answer, however it comes. */
  @WithDefault("30S")
  Duration requestTime();

  /** HTTP connections at a time from one address; 0 for any number, as behind a router. */
  @WithDefault("500")
  int httpConnectionsPerAddress();

  /**
   * Key of Render's API, which is asked why something failed; also {@code STORMDRAIN_RENDER_TOKEN}.
   */
  Optional<Secret> renderToken();

  /** Where Render's API is. */
  @WithDefault("https://api.render.com")
  URI renderApi();

  /** Share of the requests without trace context that get one, 0 to 1. */
  @WithDefault("0")
  double traceRatio();

  /** Port for syslog over TCP; none is opened without it. */
  OptionalInt syslogPort();

  /** Port for syslog over TLS, with the certificate of the TLS configuration {@code door}. */
  OptionalInt syslogTlsPort();

  /** How long a syslog connection may be silent. Who finds it closed loses what it then sends. */
  @WithDefault("15M")
  Duration syslogIdle();

  /** Syslog connections at a time. */
  @WithDefault("1000")
  int syslogConnections();

  /** Syslog connections at a time from one address. */
  @WithDefault("100")
  int syslogConnectionsPerAddress();
}
