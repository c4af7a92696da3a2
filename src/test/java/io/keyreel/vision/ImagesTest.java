package io.keyreel.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.keyreel.geometry.BoxShape;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Masks;
import io.keyreel.kernel.UserError;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImagesTest {
  @Test
  void jpegKeepsThePicture() {
    Image image = Pictures.texture(200, 120, 1, 0, 0);
    Image back = ImageCodec.decode(ImageCodec.jpeg(image, 95, true));
    assertThat(back.width()).isEqualTo(200);
    assertThat(back.channels()).isEqualTo(3);
    assertThat(Pictures.difference(image, back)).isLessThan(3);
    assertThat(ImageCodec.jpeg(image, 60, false))
        .hasSizeLessThan(ImageCodec.jpeg(image, 95, true).length);
  }

  @Test
  void saysWhenAFileIsNoPicture() {
    assertThatThrownBy(() -> ImageCodec.decode("no picture".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UserError.Invalid.class)
        .hasMessageContaining("cannot be decoded");
    assertThatThrownBy(() -> ImageCodec.decode(new byte[0])).isInstanceOf(UserError.Invalid.class);
    assertThatThrownBy(() -> IndexedPng.read(new byte[] {1, 2, 3}))
        .isInstanceOf(UserError.Invalid.class);
  }

  @Test
  void labelImagesComeBackFromPngToThePixel() {
    Mask one = Masks.of(new BoxShape(3, 4, 10, 10, 0), 50, 40);
    Mask other = Masks.of(new BoxShape(20, 4, 10, 20, 0), 50, 40);
    LabelImage image = LabelImage.of(50, 40, Map.of(1, one, 200, other));
    LabelImage back = IndexedPng.read(IndexedPng.write(image));
    assertThat(back.ids()).containsExactly(1, 200);
    assertThat(back.mask(1)).isEqualTo(one);
    assertThat(back.mask(200)).isEqualTo(other);
  }

  @Test
  void flowFindsAShift() {
    Image before = Images.gray(Pictures.texture(240, 160, 7, 0, 0));
    Image after = Images.gray(Pictures.texture(240, 160, 7, 5, -3));
    try (OpticalFlow flow = new OpticalFlow(OpticalFlow.Preset.MEDIUM)) {
      Flow forward = flow.between(before, after);
      assertThat(median(forward, 0)).isCloseTo(5f, within(0.3f));
      assertThat(median(forward, 1)).isCloseTo(-3f, within(0.3f));
      assertThat(flow.between(before, after).vectors()).isEqualTo(forward.vectors());
    }
  }

  private static float median(Flow flow, int component) {
    float[] values = new float[flow.vectors().length / 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = flow.vectors()[2 * i + component];
    }
    java.util.Arrays.sort(values);
    return values[values.length / 2];
  }

  @Test
  void resizingKeepsTheMean() {
    Image image = Pictures.texture(200, 120, 3, 0, 0);
    Image small = Images.shrink(image, 60);
    assertThat(small.height()).isEqualTo(60);
    assertThat(small.width()).isEqualTo(100);
    assertThat(Pictures.mean(small)).isCloseTo(Pictures.mean(image), within(2.0));
  }
}
