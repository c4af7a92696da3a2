package io.keyreel.media;

import io.keyreel.media.storage.ObjectStore;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Frames for engines and exports. Who may see them is for the callers to decide. */
@Service
public class VideoFrames {
  private final VideoStore videos;
  private final ObjectStore store;

  VideoFrames(VideoStore videos, ObjectStore store) {
    this.videos = videos;
    this.store = store;
  }

  public FrameReader open(UUID id) {
    Video video = videos.find(id).orElseThrow(Videos::noSuchVideo);
    Videos.requireReady(video);
    return new FrameReader(store, video);
  }
}
