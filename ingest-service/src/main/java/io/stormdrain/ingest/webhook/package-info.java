/** What platforms tell of themselves: releases, builds, deployments, crashes, runs. Pure. */
@NullMarked
package io.stormdrain.ingest.webhook;

import org.jspecify.annotations.NullMarked;
