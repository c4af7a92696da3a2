package io.keyreel.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LinkStore {
  /** Why a link was given. */
  enum Purpose {
    FIRST_START,
    INVITATION,
    RESET;

    private String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Purpose of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** A link that was just used up. */
  record Taken(UUID user, Purpose purpose) {}

  private final JdbcClient jdbc;

  LinkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(byte[] hash, UUID user, Purpose purpose, Instant expires) {
    jdbc.sql(
            "insert into sign_in_links (token_hash, user_id, purpose, expires_at) values (?, ?, ?, ?)")
        .params(hash, user, purpose.text(), expires.atOffset(ZoneOffset.UTC))
        .update();
  }

  void closeAll(UUID user, Instant at) {
    jdbc.sql("update sign_in_links set used_at = ? where user_id = ? and used_at is null")
        .params(at.atOffset(ZoneOffset.UTC), user)
        .update();
  }

  Optional<Taken> take(byte[] hash, Instant now) {
    return jdbc.sql(
            """
            update sign_in_links set used_at = :now
            where token_hash = :hash and used_at is null and expires_at > :now
              and exists (select from users u where u.id = user_id and not u.disabled)
            returning user_id, purpose
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("hash", hash)
        .query((rs, i) ->
            new Taken(rs.getObject("user_id", UUID.class), Purpose.of(rs.getString("purpose"))))
        .optional();
  }
}
