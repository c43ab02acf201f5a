package io.stormdrain.local.signatures;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.local.StormdrainException;
import io.stormdrain.local.classify.Reasons;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./stormdrain signatures explain FILE:LINE}. */
@Command(
    name = "explain",
    description =
        "Says why a line of a log is recognised: signature with its file and line, literal, pattern, what was read, and what was told of it.")
public final class ExplainCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Mixin OwnFolder own = new OwnFolder();

  @Parameters(
      index = "0",
      paramLabel = "FILE:LINE",
      description = "A line of a log, counted from 1.")
  String place = "";

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    int colon = place.lastIndexOf(':');
    if (colon < 1 || !place.substring(colon + 1).matches("[1-9]\\d{0,8}")) {
      throw new ParameterException(
          spec.commandLine(), "expected FILE:LINE, as in app.log:12, got " + place);
    }
    int number = Integer.parseInt(place.substring(colon + 1));
    try (BufferedReader text = Files.newBufferedReader(Path.of(place.substring(0, colon)), UTF_8)) {
      Reasons.of(text, number, own.catalogue(), own.classifier()).write(out);
      return 0;
    } catch (IOException e) {
      throw new StormdrainException("the log cannot be read: " + e);
    }
  }
}
