package io.stormdrain.notifier.outgoing;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * How far an address reaches. The ranges are those of IANA's special-purpose registries; addresses
 * of IPv6 that carry one of IPv4 (mapped, NAT64, 6to4) reach as far as that one.
 */
enum Reach {
  /** Anybody on the internet. */
  PUBLIC,
  /** Somebody's own network, or this machine. */
  PRIVATE,
  /** This link; clouds keep credentials there (169.254.169.254). */
  LINK_LOCAL,
  /** Nobody: multicast, reserved, documentation. */
  NOWHERE;

  private static final List<NetworkRange> LINK =
      ranges("169.254.0.0/16", "fe80::/10", "fd00:ec2::254/128");

  private static final List<NetworkRange> OWN =
      ranges(
          "127.0.0.0/8",
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "100.64.0.0/10",
          "0.0.0.0/8",
          "192.0.0.0/24",
          "::1/128",
          "::/128",
          "fc00::/7",
          "fec0::/10");

  private static final List<NetworkRange> NONE =
      ranges(
          "192.0.2.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "ff00::/8",
          "2001:db8::/32",
          "100::/64",
          "2001::/32");

  private static final NetworkRange NAT64 = NetworkRange.of("64:ff9b::/96");
  private static final NetworkRange SIX_TO_FOUR = NetworkRange.of("2002::/16");
  private static final NetworkRange COMPATIBLE = NetworkRange.of("::/96");

  static Reach of(InetAddress address) {
    if (within(LINK, address)) {
      return LINK_LOCAL;
    }
    if (within(OWN, address)) {
      return PRIVATE;
    }
    if (within(NONE, address)) {
      return NOWHERE;
    }
    if (address instanceof Inet6Address six) {
      byte[] bytes = six.getAddress();
      if (NAT64.contains(six) || COMPATIBLE.contains(six)) {
        return of(four(bytes, 12));
      }
      if (SIX_TO_FOUR.contains(six)) {
        return of(four(bytes, 2));
      }
    }
    return PUBLIC;
  }

  private static boolean within(List<NetworkRange> ranges, InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  private static InetAddress four(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static List<NetworkRange> ranges(String... texts) {
    return Arrays.stream(texts).map(NetworkRange::of).toList();
  }
}
