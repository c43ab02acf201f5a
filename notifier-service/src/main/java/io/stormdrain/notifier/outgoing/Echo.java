package io.stormdrain.notifier.outgoing;

import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes out of an answer what it repeats of the request: servers quote addresses and headers, and
 * there are secrets in ours.
 */
final class Echo {

  private static final int SHORTEST_SECRET = 6;
  private static final String HIDDEN = "<secret>";

  private Echo() {}

  static String without(URI address, Map<String, String> headers, String body) {
    Stream<String> inAddress =
        Stream.of(
                address.getRawPath(), address.getPath(), address.getRawQuery(), address.getQuery())
            .filter(part -> part != null)
            .flatMap(part -> Stream.concat(Stream.of(part), Stream.of(part.split("[/?&=:]"))));
    Stream<String> inHeaders =
        headers.values().stream()
            .flatMap(value -> Stream.concat(Stream.of(value), Stream.of(value.split(" "))));
    return Stream.concat(inAddress, inHeaders)
        .filter(part -> part.length() >= SHORTEST_SECRET)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .reduce(body, (text, secret) -> text.replace(secret, HIDDEN));
  }
}
