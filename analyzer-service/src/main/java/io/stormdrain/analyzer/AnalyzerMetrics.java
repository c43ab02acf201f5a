package io.stormdrain.analyzer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What became of every record of {@code log-lines}. With all lines read once,
 *
 * <pre>
 *   consumed = spoken + silent + duplicate + parked
 * </pre>
 *
 * where <em>spoken</em> lines became at least one signal, <em>silent</em> ones only count in
 * vitals, <em>duplicate</em> ones were delivered again by their sender, and <em>parked</em> ones
 * could not be read. {@code signals} may be more than {@code spoken}: a line can say two things,
 * and a stack trace is told when it ends. Lines that are read again after an assignment, to
 * remember what they said, are in {@code rebuilt} and nowhere else; those that Kafka deleted before
 * they were read are in {@code missed}, and final.
 */
@Singleton
public class AnalyzerMetrics {

  public final Counter consumed;
  public final Counter spoken;
  public final Counter silent;
  public final Counter duplicate;
  public final Counter parked;
  public final Counter rebuilt;
  public final Counter missed;
  public final Counter signals;
  public final Counter vitals;
  public final Counter forgotten;
  public final Counter forgottenFrames;
  public final Counter restarts;
  public final Counter signaturesRejected;
  private final AtomicInteger signaturesInUse = new AtomicInteger();
  private final List<Backlog> backlogs = new CopyOnWriteArrayList<>();

  /** Registers all meters, so that each is there from the start. */
  public AnalyzerMetrics(MeterRegistry registry) {
    consumed = counter(registry, "lines.consumed", "Records of log-lines that were read");
    spoken = counter(registry, "lines.spoken", "Lines that became at least one signal");
    silent = counter(registry, "lines.silent", "Lines that only count in vitals");
    duplicate = counter(registry, "lines.duplicate", "Lines that their sender delivered again");
    parked = counter(registry, "lines.parked", "Records that could not be read");
    rebuilt = counter(registry, "lines.rebuilt", "Lines read again after an assignment");
    missed = counter(registry, "lines.missed", "Lines that Kafka deleted before they were read");
    signals = counter(registry, "signals", "Signals told");
    vitals = counter(registry, "vitals", "Vitals told");
    forgotten =
        counter(
            registry,
            "apps.forgotten",
            "Apps unheard of for long whose memory was let go, since too many others came");
    forgottenFrames =
        counter(
            registry,
            "frames.forgotten",
            "Drain frames forgotten before a quarter of an hour, since too many others came");
    signaturesRejected =
        counter(registry, "signatures.rejected", "Times that a user's signatures were refused");
    restarts = counter(registry, "loop.restarts", "Times that reading began anew after a fault");
    Gauge.builder("stormdrain.analyzer.signatures", signaturesInUse, AtomicInteger::get)
        .description("Signatures in use")
        .baseUnit("active")
        .register(registry);
    Gauge.builder("stormdrain.analyzer.lag", this, AnalyzerMetrics::waiting)
        .description("Records of log-lines that wait to be read, over this instance's partitions")
        .baseUnit("lines")
        .register(registry);
    Gauge.builder("stormdrain.analyzer.behind", this, AnalyzerMetrics::oldest)
        .description(
            "How old the oldest of the threads' last lines was when it was read, by its own time")
        .baseUnit("seconds")
        .register(registry);
  }

  /** States how many signatures are in use. */
  public void signatures(int count) {
    signaturesInUse.set(count);
  }

  /** For one more reading thread to state how far behind it is. */
  public Backlog backlog() {
    Backlog backlog = new Backlog();
    backlogs.add(backlog);
    return backlog;
  }

  private double waiting() {
    return backlogs.stream().mapToLong(Backlog::lines).sum();
  }

  private double oldest() {
    return backlogs.stream().mapToLong(Backlog::millis).max().orElse(0) / 1000.0;
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder("stormdrain.analyzer." + name)
        .description(description)
        .register(registry);
  }
}
