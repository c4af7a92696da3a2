package io.keyreel.media;

import io.keyreel.jobs.JobContext;
import io.keyreel.jobs.JobHandler;
import io.keyreel.kernel.UserError;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The job that removes the bytes of a video that is deleted. */
@Component
class DiscardHandler implements JobHandler {
  private final VideoStore videos;
  private final VideoBytes bytes;

  DiscardHandler(VideoStore videos, VideoBytes bytes) {
    this.videos = videos;
    this.bytes = bytes;
  }

  @Override
  public String topic() {
    return VideoDeletion.TOPIC;
  }

  @Override
  public void run(JobContext context) {
    UUID video = context.job().subject();
    if (videos.find(video).isPresent()) {
      throw new IllegalStateException("the video is there, its bytes stay");
    }
    try {
      bytes.remove(video, context.cancellation());
    } catch (UserError.Unavailable away) {
      // A failure of the machine: the queue tries again, and in the end the sweep finds the rest.
      throw new IllegalStateException(away.getMessage(), away);
    }
  }
}
