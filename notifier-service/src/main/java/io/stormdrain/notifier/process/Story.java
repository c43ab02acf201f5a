package io.stormdrain.notifier.process;

import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.signal.Vitals;
import io.stormdrain.notifier.vitals.Load;
import io.stormdrain.notifier.vitals.Voices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
 * @param deploys its last deployments, and why they failed
 * @param boots the last starts of its processes, and how they went
 */
public record Story(
    List<Release> releases,
    Map<String, ProcessState> processes,
    @Nullable String lastChange,
    @Nullable Instant lastChangeAt,
    Load load,
    Voices voices,
    Build build,
    Deploys deploys,
    Boots boots) {

  private static final int MAX_PROCESSES = 200;

  /** Whoever is put to rest is silent. */
  private static final Set<String> RESTS =
      Set.of("process.idling", "process.down", "process.completed");

  /** Nothing known yet. */
  public static final Story BLANK =
      new Story(
          List.of(),
          Map.of(),
          null,
          null,
          Load.NONE,
          Voices.NONE,
          Build.NONE,
          Deploys.NONE,
          Boots.NONE);

  public Story {
    releases = List.copyOf(releases);
    processes = Collections.unmodifiableMap(new LinkedHashMap<>(processes));
    // Stories that were kept before loads were know nothing of theirs.
    load = Objects.requireNonNullElse(load, Load.NONE);
    voices = Objects.requireNonNullElse(voices, Voices.NONE);
    build = Objects.requireNonNullElse(build, Build.NONE);
    deploys = Objects.requireNonNullElse(deploys, Deploys.NONE);
    boots = Objects.requireNonNullElse(boots, Boots.NONE);
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
    Boots then = boots.next(signal);
    return (then.equals(boots) ? this : with(then)).tell(signal);
  }

  private Chapter tell(Signal signal) {
    return switch (signal.type()) {
      case "release.created" ->
          new Chapter(with(Releases.released(releases, signal, changeAt(signal.time()))));
      case "deploy.live" ->
          new Chapter(with(Releases.live(releases, signal)).with(deploys.live(signal)));
      case "deploy.failed" -> failed(signal);
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
    List<Release> known = Releases.withLatest(releases, release -> release.counted(vitals));
    Voices.Heard heard = voices.hear(vitals);
    List<Signal> derived = new ArrayList<>();
    heard.words().forEach(word -> derived.add(SilenceSignal.of(word, vitals)));
    if (!now.equals(load)) {
      LoadSignal.of(now, vitals).ifPresent(derived::add);
    }
    return new Chapter(
        new Story(
            known,
            processes,
            lastChange,
            lastChangeAt,
            now,
            heard.voices(),
            build,
            deploys,
            boots.next(vitals)),
        derived);
  }

  /** The newest release at that time, null when none is known. */
  public @Nullable Release releaseAt(Instant time) {
    return Releases.at(releases, time);
  }

  /** The release of that version, null when it is not known. */
  public @Nullable Release release(String version) {
    return releases.stream().filter(one -> one.version().equals(version)).findFirst().orElse(null);
  }

  /** The newest release before that time that was well, null when none is known. */
  public @Nullable Release lastGoodBefore(Instant time) {
    return Releases.lastGood(releases, time);
  }

  /** Something went wrong that may make a deployment fail. */
  public Story saw(String cause, Instant at) {
    return with(deploys.saw(cause, at));
  }

  /** Whether the release has been seen. */
  public boolean knows(String version) {
    return Releases.knows(releases, version);
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

  private Chapter failed(Signal signal) {
    Release good = lastGoodBefore(signal.time());
    Deploys.Step step = deploys.failed(signal, good == null ? null : good.version());
    return new Chapter(with(step.deploys()), step.derived());
  }

  private Chapter ofBuild(Signal signal) {
    Build.Step step = build.next(signal);
    return step.build().equals(build)
        ? new Chapter(this, step.derived())
        : new Chapter(
            new Story(
                releases,
                processes,
                lastChange,
                lastChangeAt,
                load,
                voices,
                step.build(),
                deploys,
                boots),
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
        Releases.withLatest(
            releases,
            release ->
                step.derived().isEmpty()
                    ? signal.type().equals("process.up") ? release.up(signal.time()) : release
                    : release.died(signal.time()));
    Voices then = RESTS.contains(signal.type()) ? voices.rest(signal.time()) : voices;
    return new Chapter(
        new Story(known, all, lastChange, lastChangeAt, load, then, build, deploys, boots),
        step.derived());
  }

  private @Nullable String changeAt(Instant time) {
    return lastChangeAt != null && Releases.isOneChange(lastChangeAt, time) ? lastChange : null;
  }

  private Story changed(String what, Signal signal) {
    List<Release> known = Releases.changed(releases, what, signal.time());
    return new Story(known, processes, what, signal.time(), load, voices, build, deploys, boots);
  }

  private Story with(List<Release> known) {
    return new Story(
        known, processes, lastChange, lastChangeAt, load, voices, build, deploys, boots);
  }

  private Story with(Load other) {
    return new Story(
        releases, processes, lastChange, lastChangeAt, other, voices, build, deploys, boots);
  }

  private Story with(Deploys other) {
    return new Story(
        releases, processes, lastChange, lastChangeAt, load, voices, build, other, boots);
  }

  private Story with(Boots other) {
    return new Story(
        releases, processes, lastChange, lastChangeAt, load, voices, build, deploys, other);
  }

  private static String typeOf(String process) {
    int dot = process.indexOf('.');
    return dot < 0 ? process : process.substring(0, dot);
  }
}
