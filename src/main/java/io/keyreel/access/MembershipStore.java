package io.keyreel.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MembershipStore {
  private final JdbcClient jdbc;

  MembershipStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The role a person has in a project that is not archived; site admins have the highest. */
  Optional<Role> role(UUID project, UUID user) {
    return jdbc.sql(
            """
            select case when u.site_admin then 'admin' else m.role end as role
            from users u
            join projects p on p.id = :project and p.archived_at is null
            left join memberships m on m.project_id = p.id and m.user_id = u.id
            where u.id = :user and not u.disabled and (u.site_admin or m.role is not null)
            """)
        .param("project", project)
        .param("user", user)
        .query((rs, i) -> role(rs))
        .optional();
  }

  List<Member> members(UUID project) {
    return jdbc.sql(
            """
            select u.id, u.email, u.name, u.site_admin, m.role
            from memberships m join users u on u.id = m.user_id
            where m.project_id = ? and not u.disabled
            order by u.name, u.email
            """)
        .param(project)
        .query((rs, i) -> new Member(UserStore.user(rs), role(rs)))
        .list();
  }

  List<Member> members(UUID project, String text, int limit) {
    return jdbc.sql(
            """
            select u.id, u.email, u.name, u.site_admin, m.role
            from memberships m join users u on u.id = m.user_id
            where m.project_id = :project and not u.disabled
              and position(lower(:text) in lower(u.name || ' ' || u.email)) > 0
            order by u.name, u.email limit :limit
            """)
        .param("project", project)
        .param("text", text)
        .param("limit", limit)
        .query((rs, i) -> new Member(UserStore.user(rs), role(rs)))
        .list();
  }

  int count(UUID project, String text) {
    return jdbc.sql(
            """
            select count(*) from memberships m join users u on u.id = m.user_id
            where m.project_id = :project and not u.disabled
              and position(lower(:text) in lower(u.name || ' ' || u.email)) > 0
            """)
        .param("project", project)
        .param("text", text)
        .query(Integer.class)
        .single();
  }

  Optional<User> user(UUID user) {
    return jdbc.sql("select id, email, name, site_admin from users where id = ? and not disabled")
        .param(user)
        .query((rs, i) -> UserStore.user(rs))
        .optional();
  }

  /** The project's admins, who stay so until the end of the transaction. */
  List<UUID> lockAdmins(UUID project) {
    return jdbc.sql(
            """
            select user_id from memberships where project_id = ? and role = 'admin'
            order by user_id for update
            """)
        .param(project)
        .query(UUID.class)
        .list();
  }

  List<UUID> projectsOf(UUID user) {
    return jdbc.sql("select project_id from memberships where user_id = ?")
        .param(user)
        .query(UUID.class)
        .list();
  }

  /** False when the person is a member already. */
  boolean add(UUID project, UUID user, Role role, UUID by, Instant at) {
    return jdbc.sql(
                """
                insert into memberships (project_id, user_id, role, added_by, added_at)
                values (?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(project, user, text(role), by, at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean setRole(UUID project, UUID user, Role role) {
    return jdbc.sql("update memberships set role = ? where project_id = ? and user_id = ?")
            .params(text(role), project, user)
            .update()
        == 1;
  }

  boolean remove(UUID project, UUID user) {
    return jdbc.sql("delete from memberships where project_id = ? and user_id = ?")
            .params(project, user)
            .update()
        == 1;
  }

  private static Role role(ResultSet rs) throws SQLException {
    return Role.valueOf(rs.getString("role").toUpperCase(Locale.ROOT));
  }

  private static String text(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
