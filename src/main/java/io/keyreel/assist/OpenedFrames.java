package io.keyreel.assist;

import io.keyreel.assist.Segmenter.OpenedFrame;
import io.keyreel.vision.FrameSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;

/** The frames that people gave prompts on lately, so that each is looked at once. */
@Component
class OpenedFrames {
  private static final int MOST = 12;
  private static final int MOST_PIXELS = 20_000_000;

  /**
   * @param pixels of the frame: of large ones fewer are kept
   */
  private record Key(String engine, UUID video, int frame, int pixels) {}

  private final Map<Key, CompletableFuture<OpenedFrame>> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CompletableFuture<OpenedFrame>> eldest) {
          return size() > Math.clamp(MOST_PIXELS / eldest.getKey().pixels, 1, MOST);
        }
      };

  /** Who comes while somebody else opens the same frame waits for that. */
  OpenedFrame open(Segmenter engine, UUID video, FrameSource frames, int frame) {
    Key key = new Key(engine.name(), video, frame, frames.width() * frames.height());
    CompletableFuture<OpenedFrame> mine = new CompletableFuture<>();
    CompletableFuture<OpenedFrame> known;
    synchronized (recent) {
      known = recent.putIfAbsent(key, mine);
    }
    if (known == null) {
      open(engine, frames, key, mine);
    }
    return joined(known == null ? mine : known);
  }

  private void open(
      Segmenter engine, FrameSource frames, Key key, CompletableFuture<OpenedFrame> into) {
    try {
      into.complete(engine.open(frames, key.frame));
    } catch (RuntimeException | Error e) {
      synchronized (recent) {
        recent.remove(key, into);
      }
      into.completeExceptionally(e);
    }
  }

  private static OpenedFrame joined(CompletableFuture<OpenedFrame> opened) {
    try {
      return opened.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
