package io.stormdrain.local.signatures;

import io.stormdrain.analyzer.signature.Lint;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./stormdrain signatures lint}. */
@Command(
    name = "lint",
    description = {
      "Says what is amiss with signatures: samples without a literal, patterns that cost too much; and what is"
          + " to be known: short literals, lines of which two signatures say different things.",
      "Exit code: 1 when something must be mended."
    })
public final class LintCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Mixin OwnFolder own = new OwnFolder();

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<Lint.Remark> remarks = Lint.of(own.catalogue());
    for (Lint.Remark remark : remarks) {
      out.printf(
          "%s: %s '%s': %s: %s%n",
          remark.signature().file(),
          remark.reason().isFault() ? "error" : "note",
          remark.signature().id(),
          remark.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          remark.what());
    }
    long faults = remarks.stream().filter(remark -> remark.reason().isFault()).count();
    out.printf("%d to mend, %d to know%n", faults, remarks.size() - faults);
    return faults == 0 ? 0 : 1;
  }
}
