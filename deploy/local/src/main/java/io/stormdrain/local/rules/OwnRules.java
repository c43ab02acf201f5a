package io.stormdrain.local.rules;

import io.stormdrain.local.StormdrainException;
import io.stormdrain.notifier.rulebook.RuleFolder;
import io.stormdrain.notifier.threshold.RuleException;
import io.stormdrain.notifier.threshold.RulePack;
import io.stormdrain.notifier.threshold.ShippedRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for rules of one's own, which all these commands have. */
public final class OwnRules {

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description =
          "Rules of your own: they add to the shipped ones, or take the place of those with the same id.")
  @Nullable Path folder;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  /** Reads them strictly. */
  public RulePack pack() {
    return pack(folder);
  }

  /** Reads those of a folder strictly, beside the shipped ones. */
  public static RulePack pack(@Nullable Path folder) {
    try {
      return ShippedRules.pack(folder == null ? List.of() : RuleFolder.read(folder));
    } catch (IOException e) {
      throw new StormdrainException("rules cannot be read: " + e);
    } catch (RuleException e) {
      throw new StormdrainException(String.valueOf(e.getMessage()));
    }
  }
}
