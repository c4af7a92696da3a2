package io.keyreel.assist;

import io.keyreel.media.VideoFrames;
import io.keyreel.media.Videos;
import io.keyreel.vision.FrameSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Videos as the repository keeps them. */
@Component
class MediaFootage implements Footage {
  private final VideoFrames frames;
  private final Videos videos;

  MediaFootage(VideoFrames frames, Videos videos) {
    this.frames = frames;
    this.videos = videos;
  }

  @Override
  public FrameSource frames(UUID video) {
    return frames.open(video);
  }

  @Override
  public List<Integer> shotStarts(UUID video) {
    return videos.shots(video).stream().map(shot -> shot.frames().from()).toList();
  }
}
