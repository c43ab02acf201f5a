package io.stormdrain.local;

import io.stormdrain.local.data.DataFolder;
import io.stormdrain.local.data.Source;
import io.stormdrain.local.logplex.DrainAddress;
import io.stormdrain.local.logplex.Probe;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a replay goes, and the token that it shows there. */
final class Destination {

  /** The door reads its sources again within a second. */
  private static final Duration REREAD = Duration.ofMillis(1_200);

  private static final int REREADS = 8;

  private final DataFolder folder;
  private final @Nullable String url;

  Destination(DataFolder folder, @Nullable String url) {
    this.folder = folder;
    this.url = url;
  }

  /**
   * The drain of an app. An app that the data folder does not know yet gets a source.
   *
   * @throws StormdrainException when there is no drain, or it does not take the app
   */
  DrainAddress of(String app) throws InterruptedException {
    DrainAddress address = address();
    if (address.hasCredentials()) {
      return address;
    }
    if (!folder.isOurs()) {
      throw new StormdrainException(
          "--url needs the token in it (https://drain:TOKEN@HOST), or --data where up keeps it");
    }
    Optional<Source> known = folder.sources().find(app);
    if (known.isPresent()) {
      return address.with(known.get().tokens().getFirst().reveal());
    }
    Source added = folder.sources().add(app);
    DrainAddress door = address.with(added.tokens().getFirst().reveal());
    System.out.println("added a source for app " + app + " to " + folder.sources().path());
    awaitWelcome(door, app);
    return door;
  }

  private DrainAddress address() {
    String text = url == null ? folder.running().drain().orElse(null) : url;
    if (text == null) {
      throw new StormdrainException(
          "there is no drain to send to: start ./stormdrain up first, or give --url");
    }
    try {
      return DrainAddress.parse(text);
    } catch (IllegalArgumentException e) {
      throw new StormdrainException("--url is " + e.getMessage(), e);
    }
  }

  private void awaitWelcome(DrainAddress door, String app) throws InterruptedException {
    for (int i = 0; i < REREADS; i++) {
      // First the pause: a refused token is counted, and too many of them are worth an alert.
      Thread.sleep(REREAD);
      if (!Probe.isTurnedAway(door)) {
        return;
      }
    }
    throw new StormdrainException(
        "%s does not take app %s: does it read %s?".formatted(door, app, folder.sources().path()));
  }
}
