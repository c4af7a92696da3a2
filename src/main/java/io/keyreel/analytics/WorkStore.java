package io.keyreel.analytics;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people made, in rows that only grow. */
@Repository
class WorkStore {
  /** Stands for work on no task in particular. */
  static final UUID NO_TASK = new UUID(0, 0);

  private final JdbcClient jdbc;

  WorkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Key(UUID task, UUID person, LocalDate day, String stage, String classId) {
    static Key of(Deed deed) {
      return new Key(deed.task(), deed.person(), deed.day(), deed.stage(), deed.classId());
    }
  }

  /** Counters of one key. */
  static final class Work {
    long edits;
    long objects;
    long drawn;
    long corrected;
    long reworked;
    long accepted;
  }

  void add(UUID labelSet, UUID project, Map<Key, Work> counts) {
    counts.forEach((key, work) ->
        jdbc.sql(
                """
                insert into analytics_work as w (label_set_id, task_id, user_id, day, stage, class_id,
                  project_id, edits, objects, drawn, corrected, reworked, accepted)
                values (:set, :task, :user, :day, :stage, :class, :project, :edits, :objects, :drawn,
                  :corrected, :reworked, :accepted)
                on conflict (label_set_id, task_id, user_id, day, stage, class_id) do update set
                  edits = w.edits + excluded.edits, objects = w.objects + excluded.objects,
                  drawn = w.drawn + excluded.drawn, corrected = w.corrected + excluded.corrected,
                  reworked = w.reworked + excluded.reworked, accepted = w.accepted + excluded.accepted
                """)
            .param("set", labelSet)
            .param("task", key.task())
            .param("user", key.person())
            .param("day", key.day())
            .param("stage", key.stage())
            .param("class", key.classId())
            .param("project", project)
            .param("edits", work.edits)
            .param("objects", work.objects)
            .param("drawn", work.drawn)
            .param("corrected", work.corrected)
            .param("reworked", work.reworked)
            .param("accepted", work.accepted)
            .update());
  }
}
