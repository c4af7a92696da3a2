package io.keyreel.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UserStore {
  /** What signing in with a password needs. */
  record Credentials(User user, @Nullable String passwordHash) {}

  private static final String COLUMNS = "select id, email, name, site_admin from users ";

  private final JdbcClient jdbc;

  UserStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<User> find(UUID id) {
    return jdbc.sql(COLUMNS + "where id = ?").param(id).query((rs, i) -> user(rs)).optional();
  }

  Optional<User> byEmail(String email) {
    return jdbc.sql(COLUMNS + "where email = ?").param(email).query((rs, i) -> user(rs)).optional();
  }

  List<User> all() {
    return jdbc.sql(COLUMNS + "where not disabled order by name, email")
        .query((rs, i) -> user(rs))
        .list();
  }

  Optional<Credentials> credentials(String email) {
    return jdbc.sql(
            """
            select id, email, name, site_admin, password_hash from users
            where email = ? and not disabled
            """)
        .param(email)
        .query((rs, i) -> new Credentials(user(rs), rs.getString("password_hash")))
        .optional();
  }

  boolean hasPassword(UUID user) {
    return jdbc.sql("select exists (select from users where id = ? and password_hash is not null)")
        .param(user)
        .query(Boolean.class)
        .single();
  }

  boolean siteAdminWithPasswordExists() {
    return jdbc.sql(
            """
            select exists (
              select from users where site_admin and not disabled and password_hash is not null)
            """)
        .query(Boolean.class)
        .single();
  }

  /** False when the address is taken. */
  boolean insert(User user, @Nullable String passwordHash, Instant at) {
    return jdbc.sql(
                """
                insert into users (id, email, name, site_admin, password_hash, created_at)
                values (:id, :email, :name, :admin, :hash, :at) on conflict (email) do nothing
                """)
            .param("id", user.id())
            .param("email", user.email())
            .param("name", user.name())
            .param("admin", user.siteAdmin())
            .param("hash", passwordHash)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void rename(UUID user, String name) {
    jdbc.sql("update users set name = ? where id = ?").params(name, user).update();
  }

  void setPassword(UUID user, String hash) {
    jdbc.sql("update users set password_hash = ? where id = ?").params(hash, user).update();
  }

  boolean disable(UUID user) {
    return jdbc.sql("update users set disabled = true where id = ?").param(user).update() == 1;
  }

  String preferences(UUID user) {
    return jdbc.sql("select preferences::text from users where id = ?")
        .param(user)
        .query(String.class)
        .single();
  }

  void setPreferences(UUID user, String json) {
    jdbc.sql("update users set preferences = ?::jsonb where id = ?").params(json, user).update();
  }

  static User user(ResultSet rs) throws SQLException {
    return new User(
        rs.getObject("id", UUID.class),
        rs.getString("email"),
        rs.getString("name"),
        rs.getBoolean("site_admin"));
  }
}
