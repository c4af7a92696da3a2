package io.keyreel.workflow;

import io.keyreel.access.Project;
import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import io.keyreel.labels.LabelSet;
import io.keyreel.labels.LabelSets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes tasks over a video that has no media behind it. */
public final class SampleTasks {
  private static final int FRAMES = 100;

  private final ApplicationContext context;

  public SampleTasks(ApplicationContext context) {
    this.context = context;
  }

  public Task open(Project project, User by) {
    UUID video = video(project, by);
    LabelSet labels = context.getBean(LabelSets.class).createTruth(video, project.id());
    UUID id = Ids.next();
    context
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(status ->
            context
                .getBean(TaskStore.class)
                .insert(
                    id,
                    project.id(),
                    video,
                    labels.id(),
                    new FrameRange(0, FRAMES),
                    context.getBean(Workflows.class).current(project.id()),
                    Instant.EPOCH));
    return context.getBean(Tasks.class).find(id, by);
  }

  private UUID video(Project project, User by) {
    UUID video = Ids.next();
    context
        .getBean(JdbcClient.class)
        .sql(
            """
            insert into videos (id, project_id, name, state, width, height, frame_count,
              uploaded_by, created_at)
            values (?, ?, 'sample', 'READY', 64, 48, ?, ?, now())
            """)
        .params(video, project.id(), FRAMES, by.id())
        .update();
    return video;
  }
}
