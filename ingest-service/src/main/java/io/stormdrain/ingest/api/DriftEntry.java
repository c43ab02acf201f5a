package io.stormdrain.ingest.api;

import io.stormdrain.ingest.source.Drift;

/**
 * A difference between the file of sources and the registry.
 *
 * @param kind only-in-file, only-in-registry or different
 * @param detail in which field; empty where the source is in one place only
 */
public record DriftEntry(String kind, String source, String detail) {

  static DriftEntry of(Drift drift) {
    return new DriftEntry(drift.kind().word(), drift.source(), drift.detail());
  }
}
