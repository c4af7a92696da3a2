package io.keyreel.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
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
class NoteStore {
  private final JdbcClient jdbc;
  private final People people;

  NoteStore(JdbcClient jdbc, People people) {
    this.jdbc = jdbc;
    this.people = people;
  }

  void insert(UUID id, Task task, NewNote note, UUID author, Instant now) {
    jdbc.sql(
            """
            insert into notes
              (id, task_id, from_frame, to_frame, track_id, x, y, body, author, created_at)
            values (:id, :task, :from, :to, :track, :x, :y, :body, :author, :now)
            """)
        .param("id", id)
        .param("task", task.id())
        .param("from", note.from())
        .param("to", note.to())
        .param("track", note.track())
        .param("x", note.x())
        .param("y", note.y())
        .param("body", note.text())
        .param("author", author)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void reply(UUID id, UUID note, String body, UUID author, Instant now) {
    jdbc.sql(
            """
            insert into note_replies (id, note_id, body, author, created_at)
            values (:id, :note, :body, :author, :now)
            """)
        .param("id", id)
        .param("note", note)
        .param("body", body)
        .param("author", author)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Note> find(UUID id) {
    return jdbc.sql("select * from notes where id = :id")
        .param("id", id)
        .query((row, n) -> note(row))
        .optional();
  }

  List<Note> ofTask(UUID task) {
    return jdbc.sql("select * from notes where task_id = :task order by created_at, id")
        .param("task", task)
        .query((row, n) -> note(row))
        .list();
  }

  /** False when the note is no longer at {@code version}. */
  boolean settle(UUID id, long version, @Nullable UUID resolvedBy, Instant now) {
    return jdbc.sql(
                """
                update notes set resolved_by = :by, resolved_at = :at, version = version + 1
                where id = :id and version = :version
                """)
            .param("by", resolvedBy)
            .param("at", resolvedBy == null ? null : now.atOffset(ZoneOffset.UTC))
            .param("id", id)
            .param("version", version)
            .update()
        == 1;
  }

  private List<Note.Reply> replies(UUID note) {
    return jdbc.sql("select * from note_replies where note_id = :note order by created_at, id")
        .param("note", note)
        .query((row, n) ->
            new Note.Reply(
                row.getObject("id", UUID.class),
                row.getString("body"),
                people.person(row.getObject("author", UUID.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private Note note(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    OffsetDateTime resolved = row.getObject("resolved_at", OffsetDateTime.class);
    return new Note(
        id,
        row.getObject("task_id", UUID.class),
        row.getInt("from_frame"),
        row.getInt("to_frame"),
        row.getObject("track_id", UUID.class),
        row.getObject("x", Double.class),
        row.getObject("y", Double.class),
        row.getString("body"),
        people.person(row.getObject("author", UUID.class)),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        people.personOrNone(row.getObject("resolved_by", UUID.class)),
        resolved == null ? null : resolved.toInstant(),
        row.getLong("version"),
        replies(id));
  }
}
