package io.stormdrain.notifier.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.stormdrain.notifier.vitals.Counts;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What was counted of an app in one window. */
@Entity
@Table(name = "vitals")
@IdClass(StoredVitals.Key.class)
public class StoredVitals extends PanacheEntityBase {

  /**
   * Identity of a window.
   *
   * @param step its length in seconds
   */
  public record Key(String source, int step, Instant at) implements Serializable {}

  @Id String source;
  @Id int step;
  @Id Instant at;

  @JdbcTypeCode(SqlTypes.JSON)
  String counts;

  static StoredVitals of(Key key) {
    StoredVitals row = new StoredVitals();
    row.source = key.source();
    row.step = key.step();
    row.at = key.at();
    row.value(Counts.NONE);
    return row;
  }

  Key key() {
    return new Key(source, step, at);
  }

  Counts value() {
    return Json.read(counts, Counts.class);
  }

  final void value(Counts value) {
    counts = Json.write(value);
  }
}
