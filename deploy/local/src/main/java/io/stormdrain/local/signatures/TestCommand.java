package io.stormdrain.local.signatures;

import io.stormdrain.analyzer.signature.CatalogueException;
import io.stormdrain.analyzer.signature.Signature;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code ./stormdrain signatures test}: reading is testing, since every sample is held to its word.
 */
@Command(
    name = "test",
    description =
        "Reads all signatures and holds each against its samples, as the analyzer does when it starts.")
public final class TestCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Mixin OwnFolder own = new OwnFolder();

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try {
      List<Signature> signatures = own.classifier().signatures();
      out.printf(
          "%d signatures, %d lines that must match and %d that must not: all do what they should%n",
          signatures.size(),
          signatures.stream().mapToInt(s -> s.matches().size()).sum(),
          signatures.stream().mapToInt(s -> s.rejects().size()).sum());
      return 0;
    } catch (CatalogueException | IllegalArgumentException e) {
      // The second: a signature names a remedy or knowledge that there is not.
      out.println(e.getMessage());
      return 1;
    }
  }
}
