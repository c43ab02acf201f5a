package io.stormdrain.notifier.threshold;

import java.util.Arrays;

/**
 * A file of alert rules as it was read.
 *
 * @param name what messages call it
 */
public record RuleText(String name, byte[] yaml) {

  @Override
  public boolean equals(Object other) {
    return other instanceof RuleText(String otherName, byte[] otherYaml)
        && name.equals(otherName)
        && Arrays.equals(yaml, otherYaml);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(yaml);
  }
}
