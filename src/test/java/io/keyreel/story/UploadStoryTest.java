package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.keyreel.Eventually;
import io.keyreel.KeyreelTest;
import io.keyreel.media.decode.Clips;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/** A recording goes up by the page: watched, paused, dropped by the line, resumed, cancelled. */
@KeyreelTest
class UploadStoryTest {
  private static final int PADDING = 24_000_000;
  private static final int BYTES_A_SECOND = 4_000_000;

  @TempDir private Path temporary;
  @Autowired private ApplicationContext context;

  @Value("${local.server.port}")
  private int port;

  @Test
  void anUploadGoesOnAfterAPauseAndByItselfAfterABrokenLine() throws IOException {
    Path file = recording("pauses.mp4");
    try (Office office = new Office(context, port)) {
      WebPages lead = office.enter(office.world.lead);
      Page page = lead.page();
      List<Long> offsets = offsets(page);
      Line line = new Line(page);
      try {
        line.slow();
        lead.upload(office.project(), file);
        past(page, 10);
        button(page, "Pause").click();
        page.getByText("Paused").waitFor();
        long kept = received(page);
        assertThat(kept).isPositive().isLessThan(Files.size(file));
        button(page, "Resume").click();
        past(page, 60);
        line.cut();
        page.getByText("The line dropped").waitFor();
        line.slow();
        page.getByText("Arrived").waitFor();
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
    Path file = recording("reloads.mp4");
    Path other = recording("unwanted.mp4");
    try (Office office = new Office(context, port)) {
      WebPages lead = office.enter(office.world.lead);
      Page page = lead.page();
      page.onDialog(dialog -> dialog.accept());
      Line line = new Line(page);
      try {
        line.slow();
        lead.upload(office.project(), file);
        past(page, 10);
        List<Long> offsets = offsets(page);
        lead.upload(office.project(), file);
        page.getByText("Arrived").waitFor();
        assertThat(offsets.getFirst()).isPositive();

        lead.upload(office.project(), other);
        past(page, 10);
        String place = place(page);
        lead.video("unwanted.mp4").waitFor();
        button(page, "Cancel").click();
        lead.video("unwanted.mp4")
            .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(head(page, place).status()).isEqualTo(404);
        lead.video("reloads.mp4").getByText("60 frames").waitFor();
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("upload", e);
      }
    }
  }

  /** A small recording with a long box of nothing behind it, so that its way takes a while. */
  private Path recording(String name) throws IOException {
    Path file =
        new Clips(temporary).make(name, "testsrc2=s=320x240:r=25:d=2.4", "-c:v", "libopenh264");
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      out.write(ByteBuffer.allocate(4).putInt(PADDING + 8).array());
      out.write("free".getBytes(StandardCharsets.US_ASCII));
      out.write(new byte[PADDING]);
    }
    return file;
  }

  /** Where each piece that the page sends begins. */
  private static List<Long> offsets(Page page) {
    List<Long> offsets = new ArrayList<>();
    page.onRequest(request -> {
      if (request.method().equals("PATCH")) {
        offsets.add(offset(request));
      }
    });
    return offsets;
  }

  private static long offset(Request request) {
    return Long.parseLong(request.headers().get("upload-offset"));
  }

  private static void past(Page page, int percent) {
    page.waitForFunction(
        "percent => Number(document.querySelector('keyreel-uploads')?.shadowRoot"
            + ".querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')) >= percent",
        percent);
  }

  private static long received(Page page) {
    String place = place(page);
    return Long.parseLong(
        Eventually.eventually(
            () -> head(page, place).headers().get("upload-offset"), now -> !now.equals("0")));
  }

  private static APIResponse head(Page page, String place) {
    return page.request().head(place, RequestOptions.create().setHeader("Tus-Resumable", "1.0.0"));
  }

  private static String place(Page page) {
    return (String)
        page.evaluate(
            "() => location.origin + Object.entries(localStorage)"
                + ".find(([key]) => key.startsWith('keyreel.upload:'))[1]");
  }

  private static Locator button(Page page, String name) {
    return page.locator("keyreel-uploads")
        .getByText(name, new Locator.GetByTextOptions().setExact(true));
  }

  /** What lies between browser and server. */
  private static final class Line {
    private final CDPSession session;

    Line(Page page) {
      session = page.context().newCDPSession(page);
      session.send("Network.enable");
    }

    void slow() {
      set(false);
    }

    void cut() {
      set(true);
    }

    private void set(boolean offline) {
      JsonObject conditions = new JsonObject();
      conditions.addProperty("offline", offline);
      conditions.addProperty("latency", 0);
      conditions.addProperty("downloadThroughput", -1);
      conditions.addProperty("uploadThroughput", BYTES_A_SECOND);
      session.send("Network.emulateNetworkConditions", conditions);
    }
  }
}
