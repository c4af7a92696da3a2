package io.keyreel.workflow;

import io.keyreel.jobs.JobContext;
import io.keyreel.jobs.JobHandler;
import io.keyreel.media.Video;
import io.keyreel.media.Videos;
import org.springframework.stereotype.Component;

/** Opens the work on a video as soon as it can be watched. */
@Component
class VideoReady implements JobHandler {
  private final Videos videos;
  private final TaskOpening opening;

  VideoReady(Videos videos, TaskOpening opening) {
    this.videos = videos;
    this.opening = opening;
  }

  @Override
  public String topic() {
    return "video.ready";
  }

  @Override
  public void run(JobContext context) {
    Video video = videos.find(context.job().subject());
    opening.open(video.projectId(), video.id(), video.frameCount());
  }
}
