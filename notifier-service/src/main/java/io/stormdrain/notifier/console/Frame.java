package io.stormdrain.notifier.console;

import java.time.Instant;

/**
 * What is the same on every page.
 *
 * @param now when it is made; times are told relative to it
 * @param assets fingerprint of style and script, so that a new version is fetched at once
 * @param leavable whether somebody is logged in and can log out
 * @param version of the service
 */
public record Frame(Instant now, String assets, boolean leavable, String version) {}
