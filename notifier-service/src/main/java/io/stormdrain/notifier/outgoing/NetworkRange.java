package io.stormdrain.notifier.outgoing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Objects;

/**
 * Addresses that begin alike, as {@code 10.0.0.0/8}.
 *
 * @param bits how many bits of it are alike
 */
record NetworkRange(InetAddress network, int bits) {

  NetworkRange {
    Objects.requireNonNull(network, "network");
    if (bits < 0 || bits > network.getAddress().length * Byte.SIZE) {
      throw new IllegalArgumentException(
          "a range of %s has no %d bits".formatted(network.getHostAddress(), bits));
    }
  }

  /** Reads {@code 10.0.0.0/8}, or one address. Throws IllegalArgumentException, asks no DNS. */
  static NetworkRange of(String text) {
    int slash = text.indexOf('/');
    InetAddress network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    return new NetworkRange(
        network,
        slash < 0
            ? network.getAddress().length * Byte.SIZE
            : Integer.parseInt(text.substring(slash + 1)));
  }

  boolean contains(InetAddress address) {
    byte[] ours = network.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    int whole = bits / Byte.SIZE;
    int rest = bits % Byte.SIZE;
    if (!Arrays.equals(ours, 0, whole, theirs, 0, whole)) {
      return false;
    }
    int mask = rest == 0 ? 0 : 0xFF << (Byte.SIZE - rest);
    return rest == 0 || (ours[whole] & mask) == (theirs[whole] & mask);
  }

  @Override
  public String toString() {
    return network.getHostAddress() + "/" + bits + (network instanceof Inet4Address ? "" : " (6)");
  }
}
