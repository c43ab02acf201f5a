package io.stormdrain.notifier.incident;

/** One alert rule under one key, within one app. */
public record FindingId(String rule, String key) {
  /** Of a finding. */
  public static FindingId of(Finding finding) {
    return new FindingId(finding.rule(), finding.key());
  }
}
