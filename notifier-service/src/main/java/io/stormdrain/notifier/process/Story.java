package io.stormdrain.notifier.process;

import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.signal.Vitals;
import io.stormdrain.notifier.vitals.Load;
import io.stormdrain.notifier.vitals.Voices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an app beside its troubles: its releases and the state of its processes.
 * Bounded.
 *
 * @param releases the last ones, oldest first
 * @param processes by name
 * @param lastChange what the platform said was deployed, set or rolled back last, which may name
 *     the release that comes with it
 * @param lastChangeAt when it said so
 * @param load what was asked of it lately
 * @param voices who of it talks, and how
 * @param build what is known of its builds
 */
public record Story(
    List<Release> releases,
    Map<String, ProcessState> processes,
    @Nullable String lastChange,
    @Nullable Instant lastChangeAt,
    Load load,
    Voices voices,
    Build build) {

  private static final int MAX_RELEASES = 10;
  private static final int MAX_PROCESSES = 200;

  /** A release and what it is about are told within seconds, in any order. */
  private static final Duration SAME_CHANGE = Duration.ofSeconds(5);

  /** Whoever is put to rest is silent. */
  private static final Set<String> RESTS =
      Set.of("process.idling", "process.down", "process.completed");

  /** Nothing known yet. */
  public static final Story BLANK =
      new Story(List.of(), Map.of(), null, null, Load.NONE, Voices.NONE, Build.NONE);

  public Story {
    releases = List.copyOf(releases);
    processes = Collections.unmodifiableMap(new LinkedHashMap<>(processes));
    // Stories that were kept before loads were know nothing of theirs.
    load = Objects.requireNonNullElse(load, Load.NONE);
    voices = Objects.requireNonNullElse(voices, Voices.NONE);
    build = Objects.requireNonNullElse(build, Build.NONE);
  }

  /** The story after a signal, and what follows from it. */
  public record Chapter(Story story, List<Signal> derived) {
    public Chapter {
      derived = List.copyOf(derived);
    }

    private Chapter(Story story) {
      this(story, List.of());
    }
  }

  /** Takes the next signal of the app. */
  public Chapter next(Signal signal) {
    return switch (signal.type()) {
      case "release.created" -> new Chapter(released(signal));
      case "deploy.made" -> new Chapter(changed("Deploy " + signal.subject(), signal));
      case "config.changed" ->
          new Chapter(changed("Set " + signal.subject() + " config vars", signal));
      case "release.rolledback" -> new Chapter(changed("Rollback to " + signal.subject(), signal));
      case "maintenance.answered" -> new Chapter(with(load.maintained(signal.time())));
      default ->
          signal.type().startsWith("process.") && !"run".equals(signal.processType())
              ? ofProcess(signal)
              : ofBuild(signal);
    };
  }

  /** Takes what was counted of the app. */
  public Chapter next(Vitals vitals) {
    Load now = load.plus(vitals);
    List<Release> known = withLatest(release -> release.served(vitals));
    Voices.Heard heard = voices.hear(vitals);
    List<Signal> derived = new ArrayList<>();
    heard.words().forEach(word -> derived.add(SilenceSignal.of(word, vitals)));
    if (!now.equals(load)) {
      LoadSignal.of(now, vitals).ifPresent(derived::add);
    }
    return new Chapter(
        new Story(known, processes, lastChange, lastChangeAt, now, heard.voices(), build), derived);
  }

  /** The newest release at that time, null when none is known. */
  public @Nullable Release releaseAt(Instant time) {
    Release newest = null;
    for (Release release : releases) {
      if (!release.at().isAfter(time)) {
        newest = release;
      }
    }
    return newest;
  }

  /** Whether the release has been seen. */
  public boolean knows(String version) {
    return releases.stream().anyMatch(release -> release.version().equals(version));
  }

  /** Since when the process or any of its type is up, null when none is. */
  public @Nullable Instant upSince(String processType) {
    return processes.entrySet().stream()
        .filter(process -> typeOf(process.getKey()).equals(processType))
        .map(process -> process.getValue().upAt())
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }

  private Chapter ofBuild(Signal signal) {
    Build.Step step = build.next(signal);
    return step.build().equals(build)
        ? new Chapter(this, step.derived())
        : new Chapter(
            new Story(releases, processes, lastChange, lastChangeAt, load, voices, step.build()),
            step.derived());
  }

  private Chapter ofProcess(Signal signal) {
    String name = Objects.requireNonNullElse(signal.process(), "-");
    ProcessWatch.Step step =
        ProcessWatch.step(processes.getOrDefault(name, ProcessState.UNKNOWN), signal);
    Map<String, ProcessState> all = new LinkedHashMap<>(processes);
    all.remove(name);
    all.put(name, step.state());
    if (all.size() > MAX_PROCESSES) {
      all.remove(all.keySet().iterator().next());
    }
    List<Release> known =
        withLatest(release ->
            step.derived().isEmpty()
                ? signal.type().equals("process.up") ? release.up(signal.time()) : release
                : release.died(signal.time()));
    Voices then = RESTS.contains(signal.type()) ? voices.rest(signal.time()) : voices;
    return new Chapter(
        new Story(known, all, lastChange, lastChangeAt, load, then, build), step.derived());
  }

  private List<Release> withLatest(UnaryOperator<Release> change) {
    if (releases.isEmpty()) {
      return releases;
    }
    Release latest = releases.getLast();
    Release changed = change.apply(latest);
    if (changed.equals(latest)) {
      return releases;
    }
    List<Release> all = new ArrayList<>(releases);
    all.set(all.size() - 1, changed);
    return all;
  }

  private Story released(Signal signal) {
    String version = Objects.requireNonNullElse(signal.subject(), "?");
    List<Release> all = new ArrayList<>(releases);
    all.removeIf(release -> release.version().equals(version));
    all.add(Release.made(version, signal.time(), isRecent(signal.time()) ? lastChange : null));
    if (all.size() > MAX_RELEASES) {
      all.removeFirst();
    }
    return new Story(all, processes, lastChange, lastChangeAt, load, voices, build);
  }

  private Story changed(String what, Signal signal) {
    List<Release> all = new ArrayList<>(releases);
    if (!all.isEmpty() && all.getLast().what() == null && near(all.getLast().at(), signal.time())) {
      Release last = all.removeLast();
      all.add(last.brought(what));
    }
    return new Story(all, processes, what, signal.time(), load, voices, build);
  }

  private boolean isRecent(Instant time) {
    return lastChangeAt != null && near(lastChangeAt, time);
  }

  private Story with(Load other) {
    return new Story(releases, processes, lastChange, lastChangeAt, other, voices, build);
  }

  private static boolean near(Instant a, Instant b) {
    return Duration.between(a, b).abs().compareTo(SAME_CHANGE) <= 0;
  }

  private static String typeOf(String process) {
    int dot = process.indexOf('.');
    return dot < 0 ? process : process.substring(0, dot);
  }
}
