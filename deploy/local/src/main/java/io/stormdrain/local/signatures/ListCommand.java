package io.stormdrain.local.signatures;

import io.stormdrain.analyzer.signature.Signature;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./stormdrain signatures list}. */
@Command(
    name = "list",
    description = "One line per signature: where it is written, its id, and the signal it yields.")
public final class ListCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Mixin OwnFolder own = new OwnFolder();

  @Option(names = "--signal", paramLabel = "TYPE", description = "Only those that yield it.")
  @Nullable String signal;

  @Override
  public Integer call() {
    for (Signature signature : own.catalogue().signatures()) {
      if (signal == null || signal.equals(signature.signal())) {
        Objects.requireNonNull(spec)
            .commandLine()
            .getOut()
            .printf("%s  %s  %s%n", signature.file(), signature.id(), signature.signal());
      }
    }
    return 0;
  }
}
