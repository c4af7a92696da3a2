package io.keyreel.media;

import io.keyreel.Eventually;
import io.keyreel.access.Project;
import io.keyreel.access.User;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Brings recordings into the application under test, the way they come from outside. */
public final class TestVideos {
  private final Uploads uploads;
  private final Videos videos;

  public TestVideos(ApplicationContext context) {
    uploads = context.getBean(Uploads.class);
    videos = context.getBean(Videos.class);
  }

  /** Uploads a file and waits until it is ready or rejected. */
  public Video ingest(Path file, Project project, User by) throws IOException {
    return settled(upload(file, project, by));
  }

  UUID upload(Path file, Project project, User by) throws IOException {
    Upload upload =
        uploads.begin(project.id(), file.getFileName().toString(), Files.size(file), by);
    try (InputStream in = Files.newInputStream(file)) {
      uploads.append(upload.id(), 0, in, by);
    }
    return upload.video();
  }

  Video settled(UUID id) {
    return Eventually.eventually(
        () -> videos.find(id),
        video -> video.state() == VideoState.READY || video.state() == VideoState.REJECTED);
  }
}
