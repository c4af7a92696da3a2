package io.keyreel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StreamPipeTest {
  @Test
  void handsOverEveryByteInOrder() throws IOException {
    byte[] bytes = new byte[5_000_000];
    new Random(7).nextBytes(bytes);
    AtomicReference<byte[]> read = new AtomicReference<>();
    StreamPipe.pump(
        out -> {
          for (int at = 0; at < bytes.length; at += 1000) {
            out.write(bytes, at, 1000);
          }
        },
        in -> read.set(in.readAllBytes()));
    assertThat(read.get()).isEqualTo(bytes);
  }

  @Test
  void aFailedWriterNeverLooksLikeTheEnd() {
    AtomicReference<Throwable> seen = new AtomicReference<>();
    assertThatThrownBy(() ->
            StreamPipe.pump(
                out -> {
                  out.write(new byte[100_000]);
                  throw new IllegalStateException("the power went");
                },
                in -> {
                  try {
                    in.readAllBytes();
                  } catch (IOException e) {
                    seen.set(e);
                    throw e;
                  }
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the power went");
    assertThat(seen.get()).hasRootCauseMessage("the power went");
  }

  @Test
  void aReaderThatFailsStopsTheWriterAndIsTheReason() {
    assertThatThrownBy(() ->
            StreamPipe.pump(
                out -> {
                  while (true) {
                    out.write(new byte[1 << 16]);
                  }
                },
                in -> {
                  in.readNBytes(10);
                  throw new IOException("the store is away");
                }))
        .isInstanceOf(IOException.class)
        .hasMessage("the store is away");
  }
}
