package io.keyreel.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramePackTest {
  private static final byte[] PACK = FramePack.of(List.of(new byte[] {1, 2, 3}, new byte[] {4}));

  @Test
  void layoutIsTheOneThatBrowsersRead() {
    ByteBuffer bytes = ByteBuffer.wrap(PACK).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(new String(PACK, 0, 4)).isEqualTo("KRP1");
    assertThat(List.of(bytes.getInt(4), bytes.getInt(8), bytes.getInt(12), bytes.getInt(16)))
        .isEqualTo(List.of(2, 20, 23, 24));
    assertThat(Arrays.copyOfRange(PACK, 20, 24)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void picturesComeOutAsTheyWentIn() {
    assertThat(FramePack.picture(PACK, 0)).containsExactly(1, 2, 3);
    assertThat(FramePack.picture(PACK, 1)).containsExactly(4);
    byte[] head = Arrays.copyOf(PACK, FramePack.headBytes(2));
    assertThat(FramePack.place(head, 1).from()).isEqualTo(23);
    assertThatThrownBy(() -> FramePack.picture(PACK, 2)).isInstanceOf(IllegalStateException.class);
  }
}
