package io.stormdrain.analyzer.remedy;

import java.util.Map;

/** Adds to a signal's captures what follows from them. Signatures name it in {@code enrich}. */
public sealed interface Knowledge permits PythonModules, NodeModules, KnownPackages, OverLimit {

  /** Adds captures; leaves those that are there alone. */
  void add(Map<String, Object> captures);
}
