package io.stormdrain.notifier.people;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** The audit log. What is noted is kept or lost with the caller's transaction. */
@Singleton
public class Audit {

  private static final int LONGEST = 2_000;

  private final Caller caller;
  private final InstantSource clock;

  Audit(Caller caller, InstantSource clock) {
    this.caller = caller;
    this.clock = clock;
  }

  /** Notes what the caller does. */
  public void note(Deed what, String about, String detail) {
    note(caller.person(), what, about, detail);
  }

  /** Notes what somebody does who was not let in yet. */
  void note(Person who, Deed what, String about, String detail) {
    StoredEntry row = new StoredEntry();
    row.at = clock.instant();
    row.who = who.name();
    row.means = who.means();
    row.what = what;
    row.about = cut(about);
    row.detail = cut(detail);
    row.persist();
  }

  /** What was done, the latest first. */
  public List<AuditEntry> latest(long before, int most) {
    return StoredEntry.<StoredEntry>find("id < ?1 order by id desc", before).page(0, most).stream()
        .map(StoredEntry::value)
        .toList();
  }

  /** What was done, the earliest first. */
  public List<AuditEntry> after(long id, int most) {
    return StoredEntry.<StoredEntry>find("id > ?1 order by id", id).page(0, most).stream()
        .map(StoredEntry::value)
        .toList();
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(LONGEST, text.length())).replace("\0", "");
  }
}
