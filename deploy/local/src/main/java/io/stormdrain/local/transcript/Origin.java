package io.stormdrain.local.transcript;

/** Who speaks in a line: the process itself, or its platform about it. */
public enum Origin {
  APP,
  PLATFORM
}
