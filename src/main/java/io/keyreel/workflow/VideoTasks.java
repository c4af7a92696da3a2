package io.keyreel.workflow;

import io.keyreel.media.VideoDependent;
import io.keyreel.media.VideoUse;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The tasks that go with a video. */
@Component
class VideoTasks implements VideoDependent {
  private final VideoTaskStore store;

  VideoTasks(VideoTaskStore store) {
    this.store = store;
  }

  @Override
  public VideoUse use(UUID video) {
    return store.use(video);
  }
}
