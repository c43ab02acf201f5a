package io.stormdrain.notifier.outgoing;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says which addresses may be spoken to. Public ones; others when the settings allow their range or
 * the name they were asked for by. A name is resolved once, and what was looked at is what is
 * connected to, so that a name cannot lead elsewhere the second time.
 */
public final class Guard {

  /** How much more than public addresses a receiver may reach. */
  public enum Trust {
    /** Nothing. */
    STRANGER,
    /** This machine, where that is what is written; somebody set it by hand. */
    OPERATOR,
    /** Somebody's own network, but never what is link-local. */
    PRIVATE_ALLOWED
  }

  /** An address that may not be spoken to. */
  public static final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    RefusedException(String message) {
      super(message);
    }
  }

  private final Set<String> names;
  private final List<NetworkRange> ranges;
  private final Trust trust;

  private Guard(Set<String> names, List<NetworkRange> ranges, Trust trust) {
    this.names = names;
    this.ranges = ranges;
    this.trust = trust;
  }

  /**
   * A guard that lets through public addresses and these.
   *
   * @param allowed ranges, addresses and names: {@code 10.1.0.0/16}, {@code hooks.internal}
   */
  public static Guard allowing(List<String> allowed) {
    List<NetworkRange> ranges = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String one : allowed) {
      if (one.contains("/") || one.contains(":") || one.matches("[0-9.]+")) {
        ranges.add(NetworkRange.of(one));
      } else {
        names.add(one.toLowerCase(Locale.ROOT));
      }
    }
    return new Guard(
        names.stream().collect(Collectors.toUnmodifiableSet()),
        List.copyOf(ranges),
        Trust.STRANGER);
  }

  /** The same for a receiver of so much trust. */
  public Guard trusting(Trust more) {
    return new Guard(names, ranges, more);
  }

  /** The address to connect to. */
  InetAddress resolve(URI address) throws RefusedException, UnknownHostException {
    String host = host(address);
    for (InetAddress one : InetAddress.getAllByName(host)) {
      if (isAllowed(host, one)) {
        return one;
      }
    }
    throw new RefusedException("the address is not public and not allowed");
  }

  private boolean isAllowed(String host, InetAddress address) {
    if (names.contains(host) || ranges.stream().anyMatch(range -> range.contains(address))) {
      return true;
    }
    return switch (Reach.of(address)) {
      case PUBLIC -> true;
      case LINK_LOCAL, NOWHERE -> false;
      case PRIVATE ->
          switch (trust) {
            case STRANGER -> false;
            case OPERATOR -> address.isLoopbackAddress() && isWrittenAsLoopback(host);
            case PRIVATE_ALLOWED -> true;
          };
    };
  }

  private static boolean isWrittenAsLoopback(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
  }

  private static String host(URI address) throws UnknownHostException {
    String host = address.getHost();
    if (host == null) {
      throw new UnknownHostException("no host");
    }
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return bare.toLowerCase(Locale.ROOT);
  }
}
