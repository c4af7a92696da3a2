package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import io.keyreel.access.TestPeople;
import io.keyreel.access.User;
import io.keyreel.media.TestVideos;
import io.keyreel.media.Video;
import io.keyreel.media.VideoState;
import io.keyreel.media.decode.Clips;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.Tasks;
import io.keyreel.workflow.TestTasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** A project in the application under test, with people at browsers. */
final class Office implements AutoCloseable {
  final TestTasks world;

  private final ApplicationContext context;
  private final Desktop desktop = new Desktop();
  private final String base;

  Office(ApplicationContext context, int port) {
    this.context = context;
    world = new TestTasks(context);
    base = "http://localhost:" + port;
  }

  /** Somebody at a browser, signed in. */
  WebPages enter(User person) {
    Page page = desktop.newPerson();
    APIResponse answer =
        page.request()
            .post(
                base + "/api/v1/sign-in",
                RequestOptions.create()
                    .setHeader("X-Keyreel-Client", "test")
                    .setData(Map.of("email", person.email(), "password", TestPeople.PASSWORD)));
    assertThat(answer.ok()).as(answer.text()).isTrue();
    return new WebPages(page, base);
  }

  String project() {
    return world.project.id().toString();
  }

  /** The task of a real recording of 40 frames, of the size that {@link TestTasks} draws for. */
  Task task(Path folder) throws IOException {
    return task(folder, "testsrc2=s=%dx%d:r=25:d=1.6".formatted(TestTasks.WIDTH, TestTasks.HEIGHT));
  }

  /** The task of a recording of what FFmpeg is to paint. */
  Task task(Path folder, String painted) throws IOException {
    Path file =
        new Clips(folder).make("small-" + System.nanoTime() + ".mkv", painted, "-c:v", "ffv1");
    return taskOf(file);
  }

  /** The task of a recording. */
  Task taskOf(Path file) throws IOException {
    Video video = new TestVideos(context).ingest(file, world.project, world.lead);
    assertThat(video.state()).as(video.reason()).isEqualTo(VideoState.READY);
    return world.taskOf(video.id());
  }

  String stage(Task task) {
    return context.getBean(Tasks.class).find(task.id(), world.lead).stage().id();
  }

  /** Keeps what everybody sees, and says where. */
  AssertionError failed(String story, Throwable cause) {
    desktop.shots(story + "-failed");
    return new AssertionError("see target/story/" + story + "-failed-*.png", cause);
  }

  @Override
  public void close() {
    desktop.close();
  }
}
