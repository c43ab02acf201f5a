package io.stormdrain.ingest.registry;

import io.stormdrain.ingest.registry.RegistryException.Reason;
import io.stormdrain.ingest.source.Source;
import io.stormdrain.ingest.source.TokenHash;
import io.stormdrain.ingest.source.TokenKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The registry as its tables hold it. Each change is one transaction with its line of the audit,
 * and changes come one after another, so that no instance misses one.
 */
final class Register {
  private final Tables tables;
  private final TokenKey key;

  Register(Tables tables, TokenKey key) {
    this.tables = tables;
    this.key = key;
  }

  /** Higher after each change. */
  long version() {
    return tables.transaction(connection ->
        Tables.rows(
                connection,
                row -> row.getLong(1),
                "select coalesce(max(number), 0) from source_change")
            .getFirst());
  }

  /** All that its tables hold. */
  Rows rows() {
    return tables.transaction(connection ->
        new Rows(
            Tables.rows(
                connection, Register::source, "select * from source order by id collate \"C\""),
            Tables.rows(
                connection,
                Register::token,
                "select * from source_token order by created_at desc, expires_at desc nulls first"),
            Tables.rows(
                connection,
                row -> new Rows.OfSecret(row.getString("source_id"), hex(row.getBytes("sealed"))),
                "select * from source_secret order by source_id, place")));
  }

  private static Rows.OfSource source(ResultSet row) throws SQLException {
    return new Rows.OfSource(
        row.getString("id"),
        row.getString("app"),
        row.getString("platform"),
        row.getString("environment"),
        row.getString("team"),
        row.getObject("lines_per_second", Integer.class),
        Objects.requireNonNull(time(row, "created_at")));
  }

  private static Rows.OfToken token(ResultSet row) throws SQLException {
    return new Rows.OfToken(
        row.getString("source_id"),
        hex(row.getBytes("hash")),
        Objects.requireNonNull(time(row, "created_at")),
        time(row, "expires_at"),
        time(row, "last_seen_at"));
  }

  private static @Nullable String time(ResultSet row, String column) throws SQLException {
    Instant time = Tables.time(row, column);
    return time == null ? null : time.toString();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * Adds a source.
   *
   * @param secrets that the source signs with, as its platform shows them
   */
  void add(Registered added, List<String> secrets, Change change) {
    tables.transaction(connection -> {
      begin(connection, change, added.created());
      Source source = added.source();
      Tables.change(
          connection,
          "insert into source values (?, ?, ?, ?, ?, ?, ?)",
          source.id(),
          source.app(),
          source.platform().word(),
          source.environment(),
          source.team(),
          source.linesPerSecond(),
          added.created());
      for (RegisteredToken token : added.tokens()) {
        insert(connection, source.id(), token);
      }
      for (int i = 0; i < secrets.size(); i++) {
        Tables.change(
            connection,
            "insert into source_secret values (?, ?, ?)",
            source.id(),
            i,
            key.seal(secrets.get(i), source.id()));
      }
      return added;
    });
  }

  /** Gives a source a new token; of those before it the newest is good until then. */
  void rotate(RegisteredToken token, Instant until, Change change) {
    tables.transaction(connection -> {
      begin(connection, change, token.created());
      require(connection, change.source());
      Tables.change(
          connection,
          """
          delete from source_token where source_id = ? and hash <> (
            select hash from source_token where source_id = ?
            order by created_at desc, expires_at desc nulls first limit 1)
          """,
          change.source(),
          change.source());
      Tables.change(
          connection,
          "update source_token set expires_at = least(coalesce(expires_at, ?), ?) where source_id = ?",
          until,
          until,
          change.source());
      insert(connection, change.source(), token);
      return token;
    });
  }

  /** Takes back all tokens of a source but the newest. */
  void settle(Change change, Instant now) {
    tables.transaction(connection -> {
      begin(connection, change, now);
      require(connection, change.source());
      return Tables.change(
          connection,
          """
          delete from source_token where source_id = ? and created_at < (
            select max(created_at) from source_token where source_id = ?)
          """,
          change.source(),
          change.source());
    });
  }

  /** Takes a source away. */
  void remove(Change change, Instant now) {
    tables.transaction(connection -> {
      begin(connection, change, now);
      require(connection, change.source());
      return Tables.change(connection, "delete from source where id = ?", change.source());
    });
  }

  /** Notes when tokens were shown. */
  void note(Map<TokenHash, Instant> seen) {
    tables.transaction(connection -> {
      int noted = 0;
      for (Map.Entry<TokenHash, Instant> token : seen.entrySet()) {
        noted +=
            Tables.change(
                connection,
                "update source_token set last_seen_at = greatest(last_seen_at, ?) where hash = ?",
                token.getValue(),
                token.getKey().bytes());
      }
      return noted;
    });
  }

  private static void insert(Connection connection, String source, RegisteredToken token)
      throws SQLException {
    Tables.change(
        connection,
        "insert into source_token values (?, ?, ?, ?, ?)",
        token.hash().bytes(),
        source,
        token.created(),
        token.expires(),
        token.lastSeen());
  }

  /** Numbers of the audit are committed in their order only when one change waits for another. */
  private static void begin(Connection connection, Change change, Instant now) throws SQLException {
    Tables.change(connection, "lock table source_change in exclusive mode");
    Tables.change(
        connection,
        "insert into source_change (at, action, source_id, origin) values (?, ?, ?, ?)",
        now,
        change.action().word(),
        change.source(),
        change.origin());
  }

  private static void require(Connection connection, String id) throws SQLException {
    String query = "select id from source where id = ?";
    if (Tables.rows(connection, row -> id, query, id).isEmpty()) {
      throw new RegistryException(Reason.UNKNOWN, "the registry has no source '" + id + "'");
    }
  }
}
