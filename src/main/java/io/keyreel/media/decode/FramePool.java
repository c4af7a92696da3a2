package io.keyreel.media.decode;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Memory for pictures of one size, used over and over: the garbage collector never sees it. */
final class FramePool {
  private final int bytes;
  private final Queue<byte[]> free = new ConcurrentLinkedQueue<>();

  FramePool(int bytes) {
    this.bytes = bytes;
  }

  byte[] take() {
    byte @Nullable [] used = free.poll();
    return used == null ? new byte[bytes] : used;
  }

  void giveBack(byte[] unused) {
    free.add(unused);
  }
}
