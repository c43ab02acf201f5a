package io.stormdrain.ingest.door;

import io.stormdrain.ingest.door.SyslogMeters.Reason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All syslog connections, and whether there is room for one more. */
final class SyslogCrowd {
  private final int most;
  private final int mostPerAddress;
  private final SyslogMeters meters;
  private final Set<SyslogConnection> all = new HashSet<>();
  private final Map<String, Integer> byAddress = new HashMap<>();

  SyslogCrowd(int most, int mostPerAddress, SyslogMeters meters) {
    this.most = most;
    this.mostPerAddress = mostPerAddress;
    this.meters = meters;
  }

  SyslogMeters meters() {
    return meters;
  }

  /** Why there is no room for one from this address; null, and it has a place, when there is. */
  synchronized @Nullable Reason enter(String address) {
    int open = byAddress.values().stream().mapToInt(Integer::intValue).sum();
    int ofAddress = byAddress.getOrDefault(address, 0);
    Reason reason =
        open >= most
            ? Reason.TOO_MANY
            : ofAddress >= mostPerAddress ? Reason.TOO_MANY_FROM_ADDRESS : null;
    if (reason == null) {
      byAddress.put(address, ofAddress + 1);
      meters.open(open + 1);
    } else {
      meters.connectionRefused(reason);
    }
    return reason;
  }

  synchronized void add(SyslogConnection connection) {
    all.add(connection);
  }

  synchronized void leave(SyslogConnection connection, String address) {
    all.remove(connection);
    int left = byAddress.merge(address, -1, Integer::sum);
    if (left <= 0) {
      byAddress.remove(address);
    }
    meters.open(byAddress.values().stream().mapToInt(Integer::intValue).sum());
  }

  synchronized Set<SyslogConnection> all() {
    return Set.copyOf(all);
  }
}
