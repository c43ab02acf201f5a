package io.stormdrain.bench.traffic;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The apps that send, as the door's file of sources knows them.
 *
 * @param names each is id and name of a source
 */
public record Apps(List<String> names) {

  /** Copies the list. */
  public Apps {
    names = List.copyOf(names);
  }

  /** So many apps, called {@code shop00}, {@code shop01}, ... */
  public static Apps of(String prefix, int count) {
    return new Apps(
        IntStream.range(0, count)
            .mapToObj(i -> String.format(Locale.ROOT, "%s%02d", prefix, i))
            .toList());
  }

  /** These and others. */
  public Apps and(Apps others) {
    return new Apps(Stream.concat(names.stream(), others.names.stream()).toList());
  }

  /** What an app shows at the door; known to all, since nobody else can reach this door. */
  public static String token(String app) {
    return "bench-token-0123456789-" + app;
  }

  /** The same as the door wants to see it, behind {@code Basic}. */
  public static String credentials(String app) {
    return Base64.getEncoder().encodeToString(("drain:" + token(app)).getBytes(US_ASCII));
  }

  /** Writes the file of sources. */
  public Path write(Path file) throws IOException {
    StringBuilder yaml = new StringBuilder("sources:\n");
    for (String app : names) {
      yaml.append("  - id: ").append(app).append("\n    app: ").append(app);
      yaml.append("\n    platform: heroku\n    environment: production\n    tokens: [\"");
      yaml.append(token(app)).append("\"]\n");
    }
    return Files.writeString(file, yaml);
  }
}
