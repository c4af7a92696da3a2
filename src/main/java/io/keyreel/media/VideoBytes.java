package io.keyreel.media;

import io.keyreel.kernel.Cancellation;
import io.keyreel.media.storage.ObjectStore;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All that the object store holds of a video. */
@Component
class VideoBytes {
  private final ObjectStore store;

  VideoBytes(ObjectStore store) {
    this.store = store;
  }

  /** May be cut off anywhere and begun again. */
  void remove(UUID video, Cancellation cancellation) {
    for (String key : store.keys(Keys.packs(video))) {
      cancellation.check();
      store.delete(key);
    }
    store.delete(Keys.storyboard(video));
    store.delete(Keys.original(video));
  }
}
