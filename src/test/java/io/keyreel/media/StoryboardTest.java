package io.keyreel.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.vision.Image;
import io.keyreel.vision.ImageCodec;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryboardTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 95, 96, 97, 191, 192, 193, 384, 385, 1000})
  void showsTheFramesItNames(int count) {
    StoryboardMaker maker = new StoryboardMaker(16, 12);
    for (int n = 0; n < count; n++) {
      byte[] gray = new byte[160 * 120 * 3];
      Arrays.fill(gray, (byte) (n % 250));
      maker.accept(n, new Image(160, 120, 3, gray));
    }
    Storyboard board = Storyboard.of(16, 12, count);
    assertThat(board.frames().size()).isBetween(Math.min(count, 48), 96);
    Image sheet = ImageCodec.decode(maker.jpeg(board));
    for (int i = 0; i < board.frames().size(); i++) {
      int x = i % board.columns() * board.tileWidth() + board.tileWidth() / 2;
      int y = i / board.columns() * board.tileHeight() + board.tileHeight() / 2;
      int shade = sheet.data()[(y * sheet.width() + x) * 3] & 0xff;
      assertThat(Math.abs(shade - board.frames().get(i) % 250)).isLessThan(3);
    }
  }
}
