package io.stormdrain.analyzer.remedy;

import java.util.Map;
import java.util.Set;

/**
 * What kind of module JavaScript code asks for. Unlike elsewhere the name of an npm package is part
 * of the name of its modules.
 *
 * <p>Adds {@code kind}: {@code local} (a path), {@code alias} (a path that a bundler must know),
 * {@code standard} (part of Node) or {@code known} (with {@code package}).
 */
public final class NodeModules implements Knowledge {

  private static final Set<String> STANDARD =
      Set.of(
          "assert",
          "buffer",
          "child_process",
          "cluster",
          "crypto",
          "dns",
          "events",
          "fs",
          "http",
          "http2",
          "https",
          "net",
          "os",
          "path",
          "process",
          "querystring",
          "readline",
          "stream",
          "timers",
          "tls",
          "tty",
          "url",
          "util",
          "v8",
          "vm",
          "worker_threads",
          "zlib");

  @Override
  public void add(Map<String, Object> captures) {
    if (!(captures.get("module") instanceof String module)) {
      return;
    }
    String kind = kind(module);
    captures.put("kind", kind);
    if (kind.equals("known")) {
      captures.put("package", packageOf(module));
    }
  }

  private static String kind(String module) {
    if (module.startsWith(".") || module.startsWith("/") || module.matches("[A-Za-z]:\\\\.*")) {
      return "local";
    }
    if (module.startsWith("@/") || module.startsWith("~") || module.startsWith("#")) {
      return "alias";
    }
    boolean standard = module.startsWith("node:") || STANDARD.contains(top(module));
    return standard ? "standard" : "known";
  }

  private static String packageOf(String module) {
    int second = module.startsWith("@") ? module.indexOf('/') : -1;
    int end = module.indexOf('/', second + 1);
    return end < 0 ? module : module.substring(0, end);
  }

  private static String top(String module) {
    int slash = module.indexOf('/');
    return slash < 0 ? module : module.substring(0, slash);
  }
}
