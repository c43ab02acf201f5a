package io.stormdrain.ingest.door;

import io.stormdrain.ingest.line.InFlight;
import io.stormdrain.ingest.line.Outlet;

/** What every request of every event loop shares. */
record Reception(
    Outlet outlet, InFlight memory, Limits limits, IngestMetrics metrics, DoorLog log) {}
