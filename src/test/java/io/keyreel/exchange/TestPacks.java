package io.keyreel.exchange;

import io.keyreel.media.storage.ObjectStore;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts frame packs of made-up pictures in place, each picture telling its number. */
public final class TestPacks {
  private static final int SIZE = 32;

  private final JdbcClient jdbc;
  private final ObjectStore store;

  public TestPacks(ApplicationContext context) {
    jdbc = context.getBean(JdbcClient.class);
    store = context.getBean(ObjectStore.class);
  }

  public static byte[] picture(int frame) {
    return ("picture of frame " + frame).getBytes(StandardCharsets.UTF_8);
  }

  public static String hash(int frame) {
    return "%02x".formatted(frame).repeat(32);
  }

  public void fill(UUID video, int frames) {
    for (int first = 0; first < frames; first += SIZE) {
      int count = Math.min(SIZE, frames - first);
      String key = "packs/%s/full/%d".formatted(video, first / SIZE);
      store.put(key, pack(first, count), "application/octet-stream");
      row(video, first, count, key);
    }
  }

  private void row(UUID video, int first, int count, String key) {
    Long[] pts = new Long[count];
    Long[] durations = new Long[count];
    byte[] hashes = new byte[32 * count];
    for (int i = 0; i < count; i++) {
      pts[i] = (first + i) * 512L;
      durations[i] = 512L;
      Arrays.fill(hashes, 32 * i, 32 * i + 32, (byte) (first + i));
    }
    jdbc.sql(
            """
            insert into frame_packs (video_id, pack, first_frame, frame_count, full_key, full_size,
              preview_key, preview_size, pts, durations, hashes)
            values (:video, :pack, :first, :count, :key, 1, :key, 1,
              string_to_array(:pts, ',')::bigint[], string_to_array(:durations, ',')::bigint[],
              :hashes)
            """)
        .param("video", video)
        .param("pack", first / SIZE)
        .param("first", first)
        .param("count", count)
        .param("key", key)
        .param("pts", joined(pts))
        .param("durations", joined(durations))
        .param("hashes", hashes)
        .update();
  }

  private static String joined(Long[] values) {
    return String.join(",", Arrays.stream(values).map(Object::toString).toList());
  }

  private static byte[] pack(int first, int count) {
    int at = 8 + 4 * (count + 1);
    int length = at;
    for (int i = 0; i < count; i++) {
      length += picture(first + i).length;
    }
    ByteBuffer pack = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    pack.put("KRP1".getBytes(StandardCharsets.US_ASCII)).putInt(count);
    for (int i = 0; i < count; i++) {
      pack.putInt(at);
      at += picture(first + i).length;
    }
    pack.putInt(at);
    for (int i = 0; i < count; i++) {
      pack.put(picture(first + i));
    }
    return pack.array();
  }
}
