package io.keyreel.access;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TokenStore {
  private final JdbcClient jdbc;

  TokenStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID id, UUID user, String name, byte[] hash, Instant at) {
    jdbc.sql(
            """
            insert into api_tokens (id, user_id, name, token_hash, created_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(id, user, name, hash, at.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<ApiToken> of(UUID user) {
    return jdbc.sql(
            """
            select id, name, created_at, last_used_at from api_tokens
            where user_id = ? and revoked_at is null order by created_at desc
            """)
        .param(user)
        .query((rs, i) ->
            new ApiToken(
                rs.getObject("id", UUID.class),
                rs.getString("name"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(rs.getObject("last_used_at", OffsetDateTime.class))))
        .list();
  }

  boolean revoke(UUID id, UUID user, Instant at) {
    return jdbc.sql(
                """
                update api_tokens set revoked_at = ?
                where id = ? and user_id = ? and revoked_at is null
                """)
            .params(at.atOffset(ZoneOffset.UTC), id, user)
            .update()
        == 1;
  }

  Optional<SignedIn> find(byte[] hash) {
    return jdbc.sql(
            """
            select t.id as token, u.id, u.email, u.name, u.site_admin
            from api_tokens t join users u on u.id = t.user_id
            where t.token_hash = ? and t.revoked_at is null and not u.disabled
            """)
        .param(hash)
        .query((rs, i) ->
            new SignedIn(
                UserStore.user(rs), SignedIn.Via.TOKEN, rs.getObject("token", UUID.class), false))
        .optional();
  }

  boolean holds(UUID token) {
    return jdbc.sql(
            """
            select exists (
              select from api_tokens t join users u on u.id = t.user_id
              where t.id = ? and t.revoked_at is null and not u.disabled)
            """)
        .param(token)
        .query(Boolean.class)
        .single();
  }

  /** Notes the use, at most once a {@code step}: reads stay reads. */
  void used(UUID token, Instant at, Duration step) {
    jdbc.sql(
            """
            update api_tokens set last_used_at = :at
            where id = :id and (last_used_at is null or last_used_at < :old)
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", token)
        .param("old", at.minus(step).atOffset(ZoneOffset.UTC))
        .update();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
