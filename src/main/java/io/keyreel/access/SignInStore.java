package io.keyreel.access;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SignInStore {
  /** A sign-in that holds, and when its cookie was last seen. */
  record Found(SignedIn signedIn, Instant lastSeen) {}

  private final JdbcClient jdbc;

  SignInStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID id, byte[] hash, UUID user, Instant at, @Nullable Instant passwordUntil) {
    jdbc.sql(
            """
            insert into sign_ins (id, token_hash, user_id, created_at, last_seen_at, password_until)
            values (:id, :hash, :user, :at, :at, :until)
            """)
        .param("id", id)
        .param("hash", hash)
        .param("user", user)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("until", passwordUntil == null ? null : passwordUntil.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Found> find(byte[] hash, Instant now, Duration life) {
    return jdbc.sql(
            """
            select s.id as sign_in, s.last_seen_at, coalesce(s.password_until > :now, false) as fresh,
              u.id, u.email, u.name, u.site_admin
            from sign_ins s join users u on u.id = s.user_id
            where s.token_hash = :hash and s.ended_at is null and s.last_seen_at > :oldest
              and not u.disabled
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("hash", hash)
        .param("oldest", now.minus(life).atOffset(ZoneOffset.UTC))
        .query((rs, i) ->
            new Found(
                new SignedIn(
                    UserStore.user(rs),
                    SignedIn.Via.COOKIE,
                    rs.getObject("sign_in", UUID.class),
                    rs.getBoolean("fresh")),
                rs.getObject("last_seen_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  boolean holds(UUID signIn) {
    return jdbc.sql(
            """
            select exists (
              select from sign_ins s join users u on u.id = s.user_id
              where s.id = ? and s.ended_at is null and not u.disabled)
            """)
        .param(signIn)
        .query(Boolean.class)
        .single();
  }

  void seen(UUID signIn, Instant at) {
    jdbc.sql("update sign_ins set last_seen_at = ? where id = ?")
        .params(at.atOffset(ZoneOffset.UTC), signIn)
        .update();
  }

  void passwordIsSet(UUID signIn) {
    jdbc.sql("update sign_ins set password_until = null where id = ?").param(signIn).update();
  }

  boolean end(UUID signIn, Instant at) {
    return jdbc.sql("update sign_ins set ended_at = ? where id = ? and ended_at is null")
            .params(at.atOffset(ZoneOffset.UTC), signIn)
            .update()
        == 1;
  }

  /** Ends all of a person's sign-ins but {@code except}. */
  void endOthers(UUID user, @Nullable UUID except, Instant at) {
    jdbc.sql(
            """
            update sign_ins set ended_at = :at
            where user_id = :user and ended_at is null
              and id is distinct from cast(:except as uuid)
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("user", user)
        .param("except", except)
        .update();
  }
}
