package io.stormdrain.analyzer.remedy;

import java.io.InputStream;
import java.util.Map;

/**
 * Which package provides a thing, where that is known exactly: a shared library's Debian package, a
 * Ruby file's gem. Adds {@code kind}: {@code known} (with the capture named package) or {@code
 * unknown}.
 *
 * @param capture the capture that names the thing
 */
public record KnownPackages(String capture, Map<String, String> packages) implements Knowledge {

  public KnownPackages {
    packages = Map.copyOf(packages);
  }

  /** Reads lines of {@code thing package}. */
  public static KnownPackages read(String capture, InputStream list) {
    return new KnownPackages(capture, Pairs.read(list));
  }

  @Override
  public void add(Map<String, Object> captures) {
    if (captures.get(capture) instanceof String thing) {
      String bare = thing.substring(thing.lastIndexOf('/') + 1);
      String known = packages.getOrDefault(thing, packages.get(bare));
      captures.put("kind", known == null ? "unknown" : "known");
      if (known != null) {
        captures.putIfAbsent("package", known);
      }
    }
  }
}
