package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.media.decode.Clips;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every screen with the demo in it: pictured in {@code target/pictures}, and read by axe-core. */
class ScreensTest {
  @TempDir private Path temporary;

  @Test
  void everyScreenIsFreeOfSeriousAccessibilityFindings() throws IOException {
    Album album = new Album();
    Path recording =
        new Clips(temporary)
            .make(
                "Arena north, camera 2, 14 March, qualification run of the second group.mp4",
                "testsrc2=s=480x320:r=25:d=2.4",
                "-c:v",
                "libopenh264");
    try (DemoSite site = DemoSite.start(temporary);
        Desktop desktop = new Desktop()) {
      Tour tour = new Tour(site, album, desktop.newPerson());
      try {
        tour.door();
        tour.admin(recording);
        tour.lead();
        tour.annotator();
      } catch (RuntimeException | AssertionError e) {
        desktop.shots("screens-failed");
        throw new AssertionError("the server said: " + site.printed(), e);
      }
    }
    assertThat(album.findings()).isEqualTo(List.of());
  }
}
