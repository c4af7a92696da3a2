package io.keyreel.workflow;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class MailStore {
  private final JdbcClient jdbc;

  MailStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A person who is due to hear by e-mail. */
  record Due(UUID user, String email, String name) {}

  /** What to tell them. */
  record Item(UUID id, String body, @Nullable UUID task) {}

  Optional<MailSettings.Mode> mode(UUID user) {
    return jdbc.sql("select mode from mail_settings where user_id = :user")
        .param("user", user)
        .query((row, n) -> MailSettings.Mode.valueOf(row.getString(1)))
        .optional();
  }

  void save(UUID user, MailSettings.Mode mode) {
    jdbc.sql(
            """
            insert into mail_settings (user_id, mode) values (:user, :mode)
            on conflict (user_id) do update set mode = excluded.mode
            """)
        .param("user", user)
        .param("mode", mode.name())
        .update();
  }

  /** Who has unread news that is as old as they want their e-mail to wait. */
  List<Due> due(Instant now) {
    return jdbc.sql(
            """
            select u.id, u.email, u.name from users u
            left join mail_settings m on m.user_id = u.id
            where not u.disabled and coalesce(m.mode, 'EACH') <> 'NONE'
              and exists (select from notifications n
                where n.user_id = u.id and n.mailed_at is null and n.read_at is null
                  and n.created_at <= :now - case coalesce(m.mode, 'EACH')
                    when 'HOURLY' then interval '1 hour'
                    when 'DAILY' then interval '1 day'
                    else interval '0' end)
            order by u.id limit 200
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, n) ->
            new Due(row.getObject("id", UUID.class), row.getString("email"), row.getString("name")))
        .list();
  }

  /** All their unread news that was not sent yet; no other node sends it meanwhile. */
  @Transactional(propagation = Propagation.MANDATORY)
  List<Item> lock(UUID user) {
    return jdbc.sql(
            """
            select id, body, task_id from notifications
            where user_id = :user and mailed_at is null and read_at is null
            order by created_at limit 100
            for update skip locked
            """)
        .param("user", user)
        .query((row, n) ->
            new Item(
                row.getObject("id", UUID.class),
                row.getString("body"),
                row.getObject("task_id", UUID.class)))
        .list();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void sent(List<Item> items, Instant now) {
    jdbc.sql("update notifications set mailed_at = :now where id = any (:ids)")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("ids", items.stream().map(Item::id).toArray(UUID[]::new))
        .update();
  }
}
