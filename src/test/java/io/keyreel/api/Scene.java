package io.keyreel.api;

import io.keyreel.access.Project;
import io.keyreel.access.Role;
import io.keyreel.access.TestPeople;
import io.keyreel.access.Tokens;
import io.keyreel.access.User;
import io.keyreel.kernel.Ids;
import io.keyreel.workflow.SampleTasks;
import io.keyreel.workflow.Task;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A project with one of everything that an address can name. */
final class Scene {
  private final JdbcClient jdbc;
  private final Project project;
  private final Task task;
  private final User owner;
  private final Map<String, UUID> ids = new HashMap<>();

  /**
   * @param owner made what is in it
   * @param holder holds the task
   */
  Scene(ApplicationContext context, Project project, User owner, User holder) {
    TestPeople people = new TestPeople(context);
    ids.put("user", people.member(project, Role.LABELER, owner).id());
    this.jdbc = context.getBean(JdbcClient.class);
    this.project = project;
    this.owner = owner;
    this.task = new SampleTasks(context).open(project, owner);
    jdbc.sql("update tasks set state = 'IN_PROGRESS', assignee = ?, labeler = ? where id = ?")
        .params(holder.id(), holder.id(), task.id())
        .update();
    ids.put("project", project.id());
    ids.put("video", task.video());
    ids.put("task", task.id());
    ids.put("run", run(track()));
    ids.put("note", note());
    ids.put("export", export());
    ids.put("job", job());
    ids.put("upload", upload());
    ids.put("token", token(context.getBean(Tokens.class)));
  }

  UUID id(String what) {
    return ids.get(what);
  }

  /** The address with this scene's ids; names that it has no thing for get 0. */
  String address(String path) {
    String address = path;
    for (Map.Entry<String, UUID> id : ids.entrySet()) {
      address = address.replace("{" + id.getKey() + "}", id.getValue().toString());
    }
    return address
        .replace("{report}", "throughput-days")
        .replaceAll("\\{(notification|word|bulk|sweep)}", Ids.next().toString())
        .replaceAll("\\{[a-z]+}", "0");
  }

  private UUID token(Tokens tokens) {
    return tokens.create("of the owner", owner).token().id();
  }

  private UUID track() {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into tracks (id, label_set_id, number, kind, created_by, created_at)
            values (?, ?, 1, 'OBJECT', ?, now())
            """)
        .params(id, task.labelSet(), owner.id())
        .update();
    return id;
  }

  private UUID run(UUID track) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into runs (id, project_id, label_set_id, task_id, engine, generation, state,
              request, requested_by, created_at)
            values (?, ?, ?, ?, 'flow', 1, 'DONE', '{}', ?, now())
            """)
        .params(id, project.id(), task.labelSet(), task.id(), owner.id())
        .update();
    jdbc.sql(
            """
            insert into run_spans (run_id, track_id, start_frame, from_frame, to_frame, fence)
            values (?, ?, -1, 0, 100, 1)
            """)
        .params(id, track)
        .update();
    return id;
  }

  private UUID note() {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into notes (id, task_id, from_frame, to_frame, body, author, created_at)
            values (?, ?, 0, 1, 'look here', ?, now())
            """)
        .params(id, task.id(), owner.id())
        .update();
    return id;
  }

  private UUID export() {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into exports (id, project_id, format, scope, images, state, author,
              created_at)
            values (?, ?, 'coco', 'APPROVED', false, 'QUEUED', ?, now())
            """)
        .params(id, project.id(), owner.id())
        .update();
    return id;
  }

  private UUID job() {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into jobs (id, topic, subject, project_id, title, state, payload, created_at)
            values (?, 'drill', ?, ?, 'drill', 'DONE', '{}', now())
            """)
        .params(id, id, project.id())
        .update();
    return id;
  }

  private UUID upload() {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into uploads (id, video_id, project_id, user_id, file_name, length,
              store_upload, created_at)
            values (?, ?, ?, ?, 'drill.mp4', 10, 'drill', now())
            """)
        .params(id, task.video(), project.id(), owner.id())
        .update();
    return id;
  }
}
