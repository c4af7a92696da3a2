package io.keyreel.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class AuditStore {
  /** An entry that has no place in the chain yet. */
  record Draft(
      Instant at,
      @Nullable UUID actor,
      String action,
      String subject,
      @Nullable UUID project,
      String detail) {}

  private record Head(long number, byte[] hash) {}

  /** What the hash of entry {@code a} covers beside the hash before it. */
  private static final String CONTENT =
      """
      convert_to(jsonb_build_array(a.number, (extract(epoch from a.at) * 1000000)::bigint, a.actor,
        a.action, a.subject, a.project_id, a.detail)::text, 'UTF8')
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  AuditStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Appends at the end of the chain; others wait from here to the end of the transaction. */
  void append(List<Draft> drafts) {
    Head head =
        jdbc.sql("select number, hash from audit_head for update")
            .query((rs, i) -> new Head(rs.getLong("number"), rs.getBytes("hash")))
            .single();
    for (Draft draft : drafts) {
      head = append(head, draft);
    }
    jdbc.sql("update audit_head set number = ?, hash = ?").params(head.number, head.hash).update();
  }

  private Head append(Head head, Draft draft) {
    byte[] hash =
        jdbc.sql(
                """
                insert into audit (number, at, actor, action, subject, project_id, detail, hash)
                select a.number, a.at, a.actor, a.action, a.subject, a.project_id, a.detail,
                  sha256(cast(:before as bytea) || %s)
                from (values (cast(:number as bigint), cast(:at as timestamptz),
                    cast(:actor as uuid), cast(:action as text), cast(:subject as text),
                    cast(:project as uuid), cast(:detail as jsonb)))
                  as a (number, at, actor, action, subject, project_id, detail)
                returning hash
                """
                    .formatted(CONTENT))
            .param("before", head.hash)
            .param("number", head.number + 1)
            .param("at", draft.at.atOffset(ZoneOffset.UTC))
            .param("actor", draft.actor)
            .param("action", draft.action)
            .param("subject", draft.subject)
            .param("project", draft.project)
            .param("detail", draft.detail)
            .query(byte[].class)
            .single();
    return new Head(head.number + 1, hash);
  }

  List<AuditFlaw> flaws(int limit) {
    return jdbc.sql(
            """
            with chain as (
              select a.number, a.hash, lag(a.number, 1, 0::bigint) over w as before,
                sha256(lag(a.hash, 1, ''::bytea) over w || %s) as expected
              from audit a window w as (order by a.number)
            )
            select number, case when number <> before + 1 then 'entries are missing before it'
                else 'its content or the entry before it was changed' end as what
            from chain where hash <> expected or number <> before + 1
            union all
            select h.number, 'the end of the record was cut, changed or added to'
            from audit_head h
            left join lateral (select number, hash from audit order by number desc limit 1) last
              on true
            where (coalesce(last.number, 0), coalesce(last.hash, ''::bytea)) <> (h.number, h.hash)
            order by number limit :limit
            """
                .formatted(CONTENT))
        .param("limit", limit)
        .query((rs, i) -> new AuditFlaw(rs.getLong("number"), rs.getString("what")))
        .list();
  }

  /** Newest first; of all projects when {@code project} is absent. */
  List<AuditEntry> before(@Nullable UUID project, long before, int limit) {
    return jdbc.sql(
            """
            select number, at, actor, action, subject, project_id, detail from audit
            where number < :before
              and (cast(:project as uuid) is null or project_id = cast(:project as uuid))
            order by number desc limit :limit
            """)
        .param("project", project)
        .param("before", before)
        .param("limit", limit)
        .query((rs, i) -> entry(rs))
        .list();
  }

  private AuditEntry entry(ResultSet rs) throws SQLException {
    return new AuditEntry(
        rs.getLong("number"),
        rs.getObject("at", OffsetDateTime.class).toInstant(),
        rs.getObject("actor", UUID.class),
        rs.getString("action"),
        rs.getString("subject"),
        rs.getObject("project_id", UUID.class),
        json.readValue(rs.getString("detail"), new TypeReference<>() {}));
  }
}
