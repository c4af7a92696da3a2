package io.keyreel.exchange;

import io.keyreel.media.FrameReader;
import io.keyreel.media.FrameTimes;
import io.keyreel.media.Video;
import io.keyreel.media.VideoFrames;
import io.keyreel.media.Videos;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What exports need of videos. */
@Component
class ClipMedia {
  private final Videos videos;
  private final VideoFrames frames;

  ClipMedia(Videos videos, VideoFrames frames) {
    this.videos = videos;
    this.frames = frames;
  }

  Video video(UUID video) {
    return videos.find(video);
  }

  FrameTimes times(UUID video) {
    return videos.times(video);
  }

  FrameReader open(UUID video) {
    return frames.open(video);
  }
}
