package io.stormdrain.notifier.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people made of what alert rules told them, in the caller's transaction. */
@Singleton
public class RuleUseReader {

  private static final String BY_RULE =
      """
      with told as (
        select i.type as rule, count(*) as incidents, sum(d.told) as messages,
          count(*) filter (where t.looked_after) as looked_after, sum(t.back) as back,
          count(*) filter (where t.flapping) as flapping,
          percentile_cont(0.5) within group (order by extract(epoch from i.resolved_at - i.opened_at) / 60)
            as minutes
        from incident i
        cross join lateral (
          select bool_or(actor is not null) as looked_after,
            count(*) filter (where reason in ('REOPENED', 'REGRESSED')) as back,
            bool_or(reason = 'FLAPPING') as flapping
          from transition where incident_id = i.id) t
        cross join lateral (
          select count(*) as told
          from delivery where incident_id = i.id and state = 'SENT' and told_by = id) d
        where i.opened_at >= ?1 and (?2 or i.app in ?3)
        group by i.type),
      untold as (
        select rule, count(*) as times from shadow where at >= ?1 and (?2 or app in ?3) group by rule)
      select rule, coalesce(incidents, 0), coalesce(messages, 0), coalesce(looked_after, 0),
        coalesce(back, 0), coalesce(flapping, 0), coalesce(times, 0), minutes
      from told full join untold using (rule)
      order by 3 desc, 2 desc, 1
      """;

  private final EntityManager entities;

  RuleUseReader(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * By rule, those with the most messages first.
   *
   * @param from incidents that were opened then or later
   * @param among only of these apps; null for all
   */
  public List<RuleUse> since(Instant from, @Nullable Set<String> among) {
    List<?> rows =
        entities
            .createNativeQuery(BY_RULE)
            .setParameter(1, from)
            .setParameter(2, among == null)
            .setParameter(3, among == null || among.isEmpty() ? Set.of("") : among)
            .getResultList();
    return rows.stream().map(row -> use((Object[]) row)).toList();
  }

  private static RuleUse use(Object[] row) {
    return new RuleUse(
        (String) row[0],
        number(row[1]),
        number(row[2]),
        number(row[3]),
        number(row[4]),
        number(row[5]),
        number(row[6]),
        row[7] == null ? null : ((Number) row[7]).doubleValue());
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
