package io.keyreel.demo;

import io.keyreel.access.Project;
import io.keyreel.assist.Run;
import io.keyreel.kernel.UserError;
import io.keyreel.media.Video;
import io.keyreel.workflow.Stage;
import io.keyreel.workflow.Task;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Loads the demo beside the running server; started again, it goes on where it was. */
@Component
@ConditionalOnExpression("${keyreel.demo:false} and '${keyreel.role:all}' != 'worker'")
class DemoLoader {
  private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int PATIENCE = 3_600;

  private final DemoPeople people;
  private final DemoProject projects;
  private final DemoVideos videos;
  private final DemoWork work;
  private final DemoProgress progress;

  DemoLoader(
      DemoPeople people,
      DemoProject projects,
      DemoVideos videos,
      DemoWork work,
      DemoProgress progress) {
    this.people = people;
    this.projects = projects;
    this.videos = videos;
    this.work = work;
    this.progress = progress;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    try {
      Cast cast = people.cast();
      Project project = projects.findOrMake(cast);
      Thread.ofVirtual().name("keyreel-demo").start(() -> load(project, cast));
    } catch (UserError refused) {
      LOG.warn("The demo loads into an empty installation only: {}", refused.getMessage());
    }
  }

  private void load(Project project, Cast cast) {
    try {
      for (Scene scene : Scene.ALL) {
        tell(Scene.ALL.indexOf(scene), scene);
        prepare(project, scene, cast);
      }
      LOG.info("Demo: all {} recordings are ready", Scene.ALL.size());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("The demo is loaded in part; start again with --demo to go on", e);
    } finally {
      progress.at(null);
    }
  }

  private void tell(int ready, Scene next) {
    LOG.info("Demo: {} of {} recordings ready, now “{}”", ready, Scene.ALL.size(), next.name());
    progress.at(new DemoProgress.Step(ready, Scene.ALL.size(), next.name()));
  }

  private void prepare(Project project, Scene scene, Cast cast) throws InterruptedException {
    videos.upload(project, scene, cast.lead());
    Video video = await(scene, () -> videos.ready(project, scene, cast.lead()));
    Task task = await(scene, () -> work.task(project, video, cast.lead()));
    if (scene.goal() == Scene.Goal.OPEN || task.round() > 1) {
      return;
    }
    if (task.stage().kind() == Stage.Kind.LABEL) {
      work.label(task, scene, cast.labeler());
      await(scene, () -> Optional.of(work.run(task, cast.labeler())).filter(DemoLoader::over));
    }
    work.finish(task, scene, cast);
  }

  private static boolean over(Run run) {
    return run.state().isOver();
  }

  private static <T> T await(Scene scene, Supplier<Optional<T>> question)
      throws InterruptedException {
    for (int i = 0; i < PATIENCE; i++) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      Thread.sleep(PAUSE);
    }
    throw new IllegalStateException("“" + scene.name() + "” did not get ready");
  }
}
