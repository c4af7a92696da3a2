package io.keyreel.labels;

import io.keyreel.jobs.Broadcast;
import io.keyreel.media.VideoDependent;
import io.keyreel.media.VideoUse;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The labels that go with a video. */
@Component
class VideoLabels implements VideoDependent {
  private final VideoLabelStore store;
  private final Broadcast broadcast;

  VideoLabels(VideoLabelStore store, Broadcast broadcast) {
    this.store = store;
    this.broadcast = broadcast;
  }

  @Override
  public VideoUse use(UUID video) {
    return new VideoUse(0, 0, store.tracks(video));
  }

  /** Waits for the edits under way; later ones find nothing. */
  @Override
  public void leave(UUID video) {
    store.lockSets(video).forEach(set -> broadcast.publish("set:" + set, "{\"type\":\"gone\"}"));
  }
}
