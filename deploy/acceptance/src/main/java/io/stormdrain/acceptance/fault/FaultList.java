package io.stormdrain.acceptance.fault;

import java.util.List;
import java.util.Locale;

/** All faults that can be brought about, in their order. */
final class FaultList {

  static final List<Fault> ALL =
      List.of(
          new DoorKilled(),
          new AnalyzerKilled(),
          new RollingRestart(),
          new BrokerKilled(),
          new LeaderKilled(),
          new SpoolFull(),
          new DiskFull(),
          new DatabaseKilled(),
          new TableLocked(),
          new ClocksApart(),
          new Backlog(),
          new FrameAgain(),
          new HeadersMissing(),
          new FramesBroken(),
          new HugeBodies(),
          new SlowSenders.Slowloris(),
          new SlowSenders.IdleFlood(),
          new NoisyNeighbour(),
          new AnalyzersComeAndGo(),
          new PoisonRecords(),
          new SegmentsDeleted(),
          new SettingsBroken(),
          new SecretsRotated(),
          new EverythingKilled(),
          new RegionDown(),
          new PartitionsRaised());

  private FaultList() {}

  /**
   * Those of these names; all when there are none.
   *
   * @throws IllegalArgumentException when one is unknown
   */
  static List<Fault> named(List<String> ids) {
    List<String> upper = ids.stream().map(id -> id.toUpperCase(Locale.ROOT)).toList();
    for (String id : upper) {
      if (ALL.stream().noneMatch(fault -> fault.id().equals(id))) {
        throw new IllegalArgumentException(
            "%s is not one of %s".formatted(id, ALL.stream().map(Fault::id).toList()));
      }
    }
    return ALL.stream().filter(fault -> ids.isEmpty() || upper.contains(fault.id())).toList();
  }
}
