package io.stormdrain.analyzer.remedy;

import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which distribution provides a Python module. Only what is known exactly is said: a guessed
 * package name is an invitation to whoever registers it.
 *
 * <p>Adds {@code kind}: {@code known} (with {@code package}), {@code standard} (part of Python),
 * {@code local} (looks like the project's own code, which no package provides) or {@code unknown}.
 */
public final class PythonModules implements Knowledge {

  private static final Set<String> LOCAL =
      Set.of(
          "src",
          "app",
          "apps",
          "config",
          "conf",
          "settings",
          "utils",
          "util",
          "backend",
          "core",
          "api",
          "common",
          "lib",
          "libs",
          "server",
          "models",
          "main",
          "helpers",
          "services",
          "routes",
          "handlers",
          "tests",
          "scripts",
          "project",
          "modules",
          "database",
          "db",
          "bot",
          "web",
          "wsgi");

  private static final Set<String> STANDARD =
      Set.of(
          "asyncio",
          "collections",
          "csv",
          "ctypes",
          "distutils",
          "imp",
          "importlib",
          "json",
          "logging",
          "os",
          "pathlib",
          "re",
          "sqlite3",
          "_sqlite3",
          "ssl",
          "_ssl",
          "subprocess",
          "sys",
          "tkinter",
          "_tkinter",
          "typing",
          "unittest",
          "urllib",
          "_ctypes",
          "_bz2",
          "_lzma",
          "readline",
          "zoneinfo",
          "dataclasses",
          "graphlib",
          "tomllib");

  private final Map<String, String> packages;

  private PythonModules(Map<String, String> packages) {
    this.packages = Map.copyOf(packages);
  }

  /** Reads lines of {@code module distribution}; {@code #} begins a remark. */
  public static PythonModules read(InputStream list) {
    return new PythonModules(Pairs.read(list));
  }

  @Override
  public void add(Map<String, Object> captures) {
    if (!(captures.get("module") instanceof String module)) {
      return;
    }
    String known = distribution(module);
    String top = top(module);
    captures.put("top", top);
    if (known != null) {
      captures.put("kind", "known");
      captures.put("package", known);
    } else if (STANDARD.contains(top)) {
      captures.put("kind", "standard");
    } else if (LOCAL.contains(top.toLowerCase(Locale.ROOT))) {
      captures.put("kind", "local");
    } else {
      captures.put("kind", "unknown");
    }
  }

  /** {@code google.cloud.storage} before {@code google.cloud} before {@code google}: exact only. */
  private @Nullable String distribution(String module) {
    for (String name = module; ; name = name.substring(0, name.lastIndexOf('.'))) {
      String known = packages.get(name);
      if (known != null || name.indexOf('.') < 0) {
        return known;
      }
    }
  }

  private static String top(String module) {
    int dot = module.indexOf('.');
    return dot < 0 ? module : module.substring(0, dot);
  }
}
