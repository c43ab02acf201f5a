package io.stormdrain.notifier.silence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.stormdrain.notifier.route.Attribute;
import io.stormdrain.notifier.route.Matchers;
import io.stormdrain.notifier.store.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A silence's row; none is ever deleted. */
@Entity
@Table(name = "silence")
public class StoredSilence extends PanacheEntityBase {

  /** As it is stored. */
  private record Wanted(Map<String, List<String>> match) {}

  /** As it is stored. */
  private record Counts(Map<String, Long> of) {}

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @JdbcTypeCode(SqlTypes.JSON)
  String matchers;

  /** AT, NEXT_RELEASE or COUNT_DOUBLES. */
  String ends;

  @Column(name = "ends_at")
  @Nullable Instant endsAt;

  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable String counts;

  @Column(name = "made_by")
  String by;

  String why;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;

  @Column(name = "ended_by")
  @Nullable String endedBy;

  static StoredSilence of(Matchers matchers, End end, String by, String why, Instant now) {
    StoredSilence row = new StoredSilence();
    Map<String, List<String>> wanted = new HashMap<>();
    matchers.wanted().forEach((attribute, texts) -> wanted.put(attribute.word(), texts));
    row.matchers = Json.write(new Wanted(wanted));
    row.by = by;
    row.why = why;
    row.createdAt = now;
    switch (end) {
      case End.At(Instant time) -> {
        row.ends = "AT";
        row.endsAt = time;
      }
      case End.NextRelease next -> row.ends = "NEXT_RELEASE";
      case End.CountDoubles(Map<UUID, Long> counts) -> {
        row.ends = "COUNT_DOUBLES";
        Map<String, Long> texts = new HashMap<>();
        counts.forEach((incident, count) -> texts.put(incident.toString(), count));
        row.counts = Json.write(new Counts(texts));
      }
    }
    return row;
  }

  Silence value() {
    Map<Attribute, List<String>> wanted = new EnumMap<>(Attribute.class);
    Json.read(matchers, Wanted.class)
        .match()
        .forEach((word, texts) -> wanted.put(Attribute.of(word), texts));
    return new Silence(id, new Matchers(wanted), end(), by, why, createdAt, endedAt, endedBy);
  }

  private End end() {
    if (endsAt != null) {
      return new End.At(endsAt);
    }
    if (counts == null) {
      return new End.NextRelease();
    }
    Map<UUID, Long> known = new HashMap<>();
    Json.read(counts, Counts.class)
        .of()
        .forEach((incident, count) -> known.put(UUID.fromString(incident), count));
    return new End.CountDoubles(known);
  }
}
