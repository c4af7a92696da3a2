package io.keyreel.story;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import io.keyreel.Eventually;
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

/** The uploads of the library, as a person and as the network sees them. */
final class UploadPanel {
  private static final int PADDING = 24_000_000;

  private final Page page;
  private final List<Long> offsets = new ArrayList<>();

  UploadPanel(Page page) {
    this.page = page;
    page.onRequest(request -> {
      if (request.method().equals("PATCH")) {
        offsets.add(Long.parseLong(request.headers().get("upload-offset")));
      }
    });
  }

  /** A small recording with a long box of nothing behind it, so that its way takes a while. */
  static Path recording(Path folder, String name, String source) throws IOException {
    Path file = new Clips(folder).make(name, source, "-c:v", "libopenh264");
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      out.write(ByteBuffer.allocate(4).putInt(PADDING + 8).array());
      out.write("free".getBytes(StandardCharsets.US_ASCII));
      out.write(new byte[PADDING]);
    }
    return file;
  }

  /** Where each piece that the page sent began. */
  List<Long> offsets() {
    return offsets;
  }

  void past(int percent) {
    page.waitForFunction(
        "percent => Number(document.querySelector('keyreel-uploads')?.shadowRoot"
            + ".querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')) >= percent",
        percent);
  }

  Locator button(String name) {
    return page.locator("keyreel-uploads")
        .getByText(name, new Locator.GetByTextOptions().setExact(true));
  }

  void says(String words) {
    page.locator("keyreel-uploads").getByText(words).first().waitFor();
  }

  /** The bytes that the server has of the upload under way. */
  long received() {
    String place = place();
    return Long.parseLong(
        Eventually.eventually(
            () -> head(place).headers().get("upload-offset"), now -> !now.equals("0")));
  }

  APIResponse head(String place) {
    return page.request().head(place, RequestOptions.create().setHeader("Tus-Resumable", "1.0.0"));
  }

  /** The address of the upload under way. */
  String place() {
    return (String)
        page.evaluate(
            "() => location.origin + Object.entries(localStorage)"
                + ".find(([key]) => key.startsWith('keyreel.upload:'))[1]");
  }
}
