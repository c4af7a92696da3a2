package io.keyreel.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private static final Instant NOW = Instant.parse("2030-05-04T12:00:00Z");

  @Test
  void cutsConfidenceSoThatDoubtNeverLooksLikeTheThreshold() {
    assertThat(Formats.confidence(0.799)).isEqualTo("0.79");
    assertThat(Formats.confidence(0.8)).isEqualTo("0.80");
    assertThat(Formats.confidence(1)).isEqualTo("1.00");
  }

  @Test
  void namesTheLastFrameOfARangeAsTheAnnotatorDoes() {
    assertThat(Formats.frames(148, 172)).isEqualTo("frames 148–171");
    assertThat(Formats.frames(7, 8)).isEqualTo("frame 7");
  }

  @Test
  void showsLengthsFromTenthsOfSecondsToHours() {
    assertThat(Formats.duration(4_160_000)).isEqualTo("0:04.2");
    assertThat(Formats.duration(59_990_000)).isEqualTo("1:00");
    assertThat(Formats.duration(3_753_000_000L)).isEqualTo("1:02:33");
  }

  @Test
  void showsSizesInTheUnitThatFits() {
    assertThat(Formats.size(999)).isEqualTo("999 B");
    assertThat(Formats.size(1_530_000)).isEqualTo("1.5 MB");
    assertThat(Formats.size(250_000_000)).isEqualTo("250 MB");
  }

  @Test
  void tellsRecentTimesByTheirDistanceAndOldOnesByTheirDay() {
    assertThat(Formats.ago(NOW.minusSeconds(20), NOW)).isEqualTo("just now");
    assertThat(Formats.ago(NOW.minus(Duration.ofMinutes(61)), NOW)).isEqualTo("1 h ago");
    assertThat(Formats.ago(NOW.minus(Duration.ofDays(40)), NOW)).isEqualTo("25 Mar 2030");
  }
}
