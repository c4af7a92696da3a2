package io.keyreel.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {
  @Test
  void nameIsNeverAPath() {
    assertThat(FileNames.clean("../../etc/passwd")).isEqualTo("passwd");
    assertThat(FileNames.clean("C:\\videos\\dog.mp4")).isEqualTo("dog.mp4");
    assertThat(FileNames.clean("..")).isEqualTo("video");
    assertThat(FileNames.clean("")).isEqualTo("video");
    assertThat(FileNames.clean("a\u0000b\u202e\n<c>.mp4")).isEqualTo("abc.mp4");
    assertThat(FileNames.clean("Café Straße 犬.mp4")).isEqualTo("Café Straße 犬.mp4");
    assertThat(FileNames.clean("x".repeat(500) + ".mp4")).hasSize(200).endsWith("x.mp4");
  }
}
