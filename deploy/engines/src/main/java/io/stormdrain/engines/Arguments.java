package io.stormdrain.engines;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Arguments of the engines' main classes: {@code --name value}, each at most once.
 *
 * @param values by name, without the dashes
 */
record Arguments(Map<String, String> values) {

  Arguments {
    values = Map.copyOf(values);
  }

  static Arguments parse(String... args) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!args[i].startsWith("--") || i + 1 == args.length) {
        throw new IllegalArgumentException("expected --name value, got " + args[i]);
      }
      if (values.put(args[i].substring(2), args[i + 1]) != null) {
        throw new IllegalArgumentException(args[i] + " is given twice");
      }
    }
    return new Arguments(values);
  }

  void allow(String... names) {
    for (String name : values.keySet()) {
      if (!Set.of(names).contains(name)) {
        throw new IllegalArgumentException("unknown argument --" + name);
      }
    }
  }

  String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("--" + name + " is missing");
    }
    return value;
  }

  /** With commas between them. */
  List<Integer> numbers(String name) {
    return Arrays.stream(text(name).split(",", -1)).map(value -> number(name, value)).toList();
  }

  int number(String name) {
    return number(name, text(name));
  }

  private static int number(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--" + name + " must be a number, is " + value, e);
    }
  }
}
