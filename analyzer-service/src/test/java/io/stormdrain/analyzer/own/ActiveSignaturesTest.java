package io.stormdrain.analyzer.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.stormdrain.analyzer.AnalyzerMetrics;
import io.stormdrain.analyzer.Lines;
import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.classify.Memory;
import io.stormdrain.analyzer.classify.Shipped;
import io.stormdrain.analyzer.signal.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ActiveSignaturesTest {

  private static final Classifier SHIPPED = Shipped.classifier();

  private static final String TILL_LOCKED =
      """
      - id: till-locked
        pattern: "the till {till:int} is locked"
        signal: till.locked
        subject: "till {till}"
        matches: ["the till 7 is locked", "the till 12 is locked"]
        rejects: ["the till is open"]
      """;

  @TempDir Path folder = Path.of(".");

  private final AnalyzerMetrics metrics = new AnalyzerMetrics(new SimpleMeterRegistry());

  @Test
  void withoutAFolderTheShippedOnesAreInUse() {
    ActiveSignatures signatures = new ActiveSignatures(null, SHIPPED, metrics);
    signatures.look();

    assertThat(signatures.state()).isEqualTo("the shipped ones");
    assertThat(said(signatures.reader(), "the till 7 is locked")).isEmpty();
  }

  @Test
  void aFileThatAppearsIsInUseForThreadsThatRead() throws IOException {
    ActiveSignatures signatures = new ActiveSignatures(folder, SHIPPED, metrics);
    Supplier<Classifier> reader = signatures.reader();
    signatures.look();
    assertThat(said(reader, "the till 7 is locked")).isEmpty();

    write("tills.yaml", TILL_LOCKED);
    signatures.look();

    assertThat(said(reader, "the till 7 is locked")).containsExactly("till.locked");
    assertThat(signatures.state()).contains("1 files of");
  }

  @Test
  void anOwnSignatureTakesThePlaceOfTheShippedOneWithItsId() throws IOException {
    write(
        "mine.yaml",
        TILL_LOCKED
            .replace("till-locked", "python-module-missing")
            .replace("\"till {till}\"", "\"{till}\""));
    ActiveSignatures signatures = new ActiveSignatures(folder, SHIPPED, metrics);
    signatures.look();

    assertThat(signatures.reader().get().signatures()).hasSameSizeAs(SHIPPED.signatures());
    assertThat(said(signatures.reader(), "the till 7 is locked")).containsExactly("till.locked");
  }

  @Test
  void aBadFileLeavesTheSetOfBeforeInUseAndSaysWhyOnce() throws IOException {
    write("tills.yaml", TILL_LOCKED);
    ActiveSignatures signatures = new ActiveSignatures(folder, SHIPPED, metrics);
    signatures.look();

    write("tills.yaml", TILL_LOCKED.replace("the till is open", "the till 3 is locked"));
    signatures.look();
    signatures.look();

    assertThat(said(signatures.reader(), "the till 7 is locked")).containsExactly("till.locked");
    assertThat(signatures.state())
        .startsWith("those of before: tills.yaml:1: signature 'till-locked'")
        .contains("sample must not match: the till 3 is locked");
    assertThat(metrics.signaturesRejected.count()).isEqualTo(1);
  }

  @Test
  void aSignatureWithAnUnknownRemedyIsRefused() throws IOException {
    write("tills.yaml", TILL_LOCKED + "  remedy: no-such-remedy\n");
    ActiveSignatures signatures = new ActiveSignatures(folder, SHIPPED, metrics);
    signatures.look();

    assertThat(signatures.state()).contains("names remedy 'no-such-remedy', which there is not");
  }

  @Test
  void aFolderThatIsNotThereIsSaidOnceAndTheShippedOnesServe() {
    ActiveSignatures signatures = new ActiveSignatures(folder.resolve("nowhere"), SHIPPED, metrics);
    signatures.look();
    signatures.look();

    assertThat(signatures.state()).contains("NoSuchFileException");
    assertThat(metrics.signaturesRejected.count()).isEqualTo(1);
    assertThat(said(signatures.reader(), "ModuleNotFoundError: No module named 'bs4'"))
        .containsExactly("module.missing");
  }

  private void write(String name, String yaml) throws IOException {
    Files.writeString(folder.resolve(name), yaml);
  }

  private static List<String> said(Supplier<Classifier> reader, String line) {
    List<Signal> signals = new ArrayList<>();
    reader.get().accept(new Lines().app("web.1", line), new Memory(), signals);
    return signals.stream().map(Signal::type).toList();
  }
}
