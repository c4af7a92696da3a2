package io.keyreel.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.KeyreelTest;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import io.keyreel.media.storage.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@KeyreelTest
class OriginalsTest {
  @TempDir private Path folder;
  @Autowired private ObjectStore store;

  @Test
  void diskWithoutRoomIsSaidBeforeAByteIsCopied() throws IOException {
    long more = Files.getFileStore(folder).getTotalSpace();
    assertThatThrownBy(
            () -> Originals.fetch(store, Ids.next(), more, folder, Cancellation.NEVER).close())
        .isInstanceOf(UserError.Unavailable.class)
        .hasMessageContaining("MB free and the recording needs")
        .hasMessageEndingWith("free some space.");
    assertThat(left()).isZero();
  }

  @Test
  void copyThatIsCutOffLeavesNothing() throws IOException {
    UUID video = Ids.next();
    store.put(Keys.original(video), new byte[100], "application/octet-stream");
    assertThatThrownBy(() -> Originals.fetch(store, video, 100, folder, () -> true).close())
        .isInstanceOf(CancellationException.class);
    assertThat(left()).isZero();
    store.delete(Keys.original(video));
  }

  private long left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
