package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.keyreel.KeyreelTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/** A recording goes up by the page: watched, paused, dropped by the line, resumed, cancelled. */
@KeyreelTest
class UploadStoryTest {
  private static final String SOURCE = "testsrc2=s=320x240:r=25:d=2.4";

  @TempDir private Path temporary;
  @Autowired private ApplicationContext context;

  @Value("${local.server.port}")
  private int port;

  @Test
  void anUploadGoesOnAfterAPauseAndByItselfAfterABrokenLine() throws IOException {
    Path file = UploadPanel.recording(temporary, "pauses.mp4", SOURCE);
    try (Office office = new Office(context, port)) {
      WebPages lead = office.enter(office.world.lead);
      UploadPanel uploads = new UploadPanel(lead.page());
      Line line = new Line(lead.page());
      try {
        line.slow();
        lead.upload(office.project(), file);
        uploads.past(10);
        uploads.button("Pause").click();
        uploads.says("Paused");
        long kept = uploads.received();
        assertThat(kept).isPositive().isLessThan(Files.size(file));
        uploads.button("Resume").click();
        uploads.past(60);
        line.cut();
        uploads.says("The line dropped");
        line.slow();
        uploads.says("Arrived");
        List<Long> offsets = uploads.offsets();
        assertThat(offsets).isSorted().startsWith(0L).hasSizeGreaterThan(2);
        assertThat(offsets.get(1)).isGreaterThanOrEqualTo(kept);
        lead.video("pauses.mp4").getByText("60 frames").waitFor();
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("upload", e);
      }
    }
  }

  @Test
  void aReloadedPageGoesOnWithTheSameFileAndACancelledUploadIsGone() throws IOException {
    Path file = UploadPanel.recording(temporary, "reloads.mp4", SOURCE);
    Path other = UploadPanel.recording(temporary, "unwanted.mp4", SOURCE);
    try (Office office = new Office(context, port)) {
      WebPages lead = office.enter(office.world.lead);
      Page page = lead.page();
      page.onDialog(dialog -> dialog.accept());
      UploadPanel uploads = new UploadPanel(page);
      Line line = new Line(page);
      try {
        line.slow();
        lead.upload(office.project(), file);
        uploads.past(10);
        uploads.offsets().clear();
        lead.upload(office.project(), file);
        uploads.says("Arrived");
        assertThat(uploads.offsets().getFirst()).isPositive();

        lead.upload(office.project(), other);
        uploads.past(10);
        String place = uploads.place();
        lead.video("unwanted.mp4").waitFor();
        uploads.button("Cancel").click();
        lead.video("unwanted.mp4")
            .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(uploads.head(place).status()).isEqualTo(404);
        lead.video("reloads.mp4").getByText("60 frames").waitFor();
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("upload", e);
      }
    }
  }
}
