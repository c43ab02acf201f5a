package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.NotifierConfig;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/** What receivers are made with. */
public record Means(NotifierConfig config, Vertx vertx, InstantSource clock) {}
