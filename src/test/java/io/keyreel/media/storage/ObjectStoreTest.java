package io.keyreel.media.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.TestServers;
import io.keyreel.kernel.UserError;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObjectStoreTest {
  private final String folder = "test/" + UUID.randomUUID() + "/";
  private ObjectStore store;

  @BeforeEach
  void connect() {
    store = ObjectStore.connect(settings(TestServers.coordinates().get("KEYREEL_S3_SECRET_KEY")));
    store.requireBucket();
  }

  @AfterEach
  void clean() {
    store.deleteAll(folder);
    store.close();
  }

  static StoreSettings settings(String secret) {
    Map<String, String> at = TestServers.coordinates();
    return new StoreSettings(
        at.get("KEYREEL_S3_ENDPOINT"),
        at.get("KEYREEL_S3_ACCESS_KEY"),
        secret,
        at.get("KEYREEL_S3_BUCKET"),
        at.get("KEYREEL_S3_REGION"));
  }

  @Test
  void givesBackWhatWasPut() {
    byte[] bytes = "frames".getBytes(StandardCharsets.UTF_8);
    store.put(folder + "a", bytes, "text/plain");
    assertThat(store.bytes(folder + "a")).isEqualTo(bytes);
    assertThat(store.bytesOfRange(folder + "a", 2, 3))
        .isEqualTo("ame".getBytes(StandardCharsets.UTF_8));
    assertThat(store.stat(folder + "a"))
        .hasValueSatisfying(object -> {
          assertThat(object.size()).isEqualTo(6);
          assertThat(object.type()).isEqualTo("text/plain");
          assertThat(object.etag()).isNotEmpty();
        });
  }

  @Test
  void takesStreamsOfKnownAndUnknownLength() {
    byte[] bytes = random(20 << 20);
    store.put(folder + "known", new ByteArrayInputStream(bytes), bytes.length, "video/mp4");
    store.put(folder + "unknown", new ByteArrayInputStream(bytes), -1, "video/mp4");
    assertThat(store.bytes(folder + "known")).isEqualTo(bytes);
    assertThat(store.bytes(folder + "unknown")).isEqualTo(bytes);
  }

  @Test
  void objectInPartsAppearsWhenItIsComplete() {
    byte[] bytes = random(ObjectStore.LEAST_PART_BYTES + 1000);
    String key = folder + "parts";
    String collection = store.beginParts(key, "video/mp4");
    StoredPart first = store.putPart(key, collection, 1, bytes, ObjectStore.LEAST_PART_BYTES);
    byte[] rest = Arrays.copyOfRange(bytes, ObjectStore.LEAST_PART_BYTES, bytes.length);
    store.putPart(key, collection, 2, random(10), 10);
    StoredPart second = store.putPart(key, collection, 2, rest, rest.length);
    assertThat(store.stat(key)).isEmpty();
    store.completeParts(key, collection, List.of(first, second));
    assertThat(store.bytes(key)).isEqualTo(bytes);
  }

  @Test
  void abortedPartsLeaveNothing() {
    String key = folder + "aborted";
    String collection = store.beginParts(key, "video/mp4");
    store.putPart(key, collection, 1, random(10), 10);
    store.abortParts(key, collection);
    store.abortParts(key, collection);
    assertThat(store.stat(key)).isEmpty();
  }

  @Test
  void whatIsNotThereIsSaidSo() {
    assertThat(store.stat(folder + "nothing")).isEmpty();
    assertThatThrownBy(() -> store.bytes(folder + "nothing"))
        .isInstanceOf(UserError.NotFound.class);
    store.delete(folder + "nothing");
  }

  @Test
  void deletesByPrefix() {
    store.put(folder + "x/1", random(3), "image/jpeg");
    store.put(folder + "x/2", random(3), "image/jpeg");
    store.put(folder + "y", random(3), "image/jpeg");
    store.deleteAll(folder + "x/");
    assertThat(store.keys(folder)).containsExactly(folder + "y");
  }

  @Test
  void storeThatIsAwayOrRefusesIsUnavailable() {
    StoreSettings here = settings("");
    StoreSettings away =
        new StoreSettings(
            "http://127.0.0.1:9", here.accessKey(), "wrong", here.bucket(), here.region());
    StoreSettings wrong = settings("wrong");
    for (StoreSettings settings : List.of(away, wrong)) {
      try (ObjectStore other = ObjectStore.connect(settings)) {
        assertThatThrownBy(() -> other.put(folder + "z", random(3), "image/jpeg"))
            .isInstanceOf(UserError.Unavailable.class)
            .hasMessageContaining("object store")
            .hasMessageNotContaining("wrong");
      }
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
