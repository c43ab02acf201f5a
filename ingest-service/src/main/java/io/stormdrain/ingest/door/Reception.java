package io.stormdrain.ingest.door;

import io.stormdrain.ingest.line.InFlight;

/** What every request of every event loop shares. */
record Reception(
    Dispatch dispatch,
    InFlight memory,
    Limits limits,
    Shedding shedding,
    IngestMetrics metrics,
    DoorLog log) {}
