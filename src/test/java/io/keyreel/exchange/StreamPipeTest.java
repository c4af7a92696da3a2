package io.keyreel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StreamPipeTest {
  @Test
  void handsOverEveryByteInOrder() throws IOException {
    byte[] bytes = new byte[5_000_000];
    new Random(7).nextBytes(bytes);
    try (StreamPipe pipe =
        new StreamPipe(out -> {
          for (int at = 0; at < bytes.length; at += 1000) {
            out.write(bytes, at, 1000);
          }
        })) {
      assertThat(pipe.in().readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void aFailedWriterNeverLooksLikeTheEnd() throws IOException {
    try (StreamPipe pipe =
            new StreamPipe(out -> {
              out.write(new byte[100_000]);
              throw new IllegalStateException("the power went");
            });
        InputStream in = pipe.in()) {
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasRootCauseMessage("the power went");
      assertThatThrownBy(in::read).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aReaderThatLeavesStopsTheWriter() throws IOException {
    AtomicReference<IOException> seen = new AtomicReference<>();
    StreamPipe pipe =
        new StreamPipe(out -> {
          try {
            while (true) {
              out.write(new byte[1 << 16]);
            }
          } catch (IOException e) {
            seen.set(e);
            throw e;
          }
        });
    pipe.in().readNBytes(10);
    pipe.close();
    assertThat(seen.get()).hasMessageContaining("nobody reads on");
  }
}
