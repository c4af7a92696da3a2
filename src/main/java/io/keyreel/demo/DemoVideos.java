package io.keyreel.demo;

import io.keyreel.access.Project;
import io.keyreel.access.User;
import io.keyreel.media.Upload;
import io.keyreel.media.Uploads;
import io.keyreel.media.Video;
import io.keyreel.media.VideoQuery;
import io.keyreel.media.VideoState;
import io.keyreel.media.Videos;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Uploads the generated recordings, each once. */
@Component
class DemoVideos {
  private final Videos videos;
  private final Uploads uploads;

  DemoVideos(Videos videos, Uploads uploads) {
    this.videos = videos;
    this.uploads = uploads;
  }

  void upload(Project project, Scene scene, User by) {
    if (find(project, scene, by).isEmpty()) {
      byte[] file = MotionJpeg.encode(scene.clip());
      Upload upload = uploads.begin(project.id(), scene.fileName(), file.length, by);
      uploads.append(upload.id(), 0, new ByteArrayInputStream(file), by);
    }
  }

  Optional<Video> ready(Project project, Scene scene, User by) {
    return find(project, scene, by).filter(video -> video.state() == VideoState.READY);
  }

  /** An upload that a killed server left halfway does not count. */
  private Optional<Video> find(Project project, Scene scene, User by) {
    VideoQuery query = new VideoQuery(scene.fileName(), null, 0, 10);
    return videos.ofProject(project.id(), query, by).items().stream()
        .filter(video -> video.state() != VideoState.UPLOADING)
        .findFirst();
  }
}
