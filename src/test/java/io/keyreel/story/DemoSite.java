package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server of its own with the demo loaded, as whoever tries Keyreel first sees it. */
final class DemoSite implements AutoCloseable {
  private static final Pattern PASSWORD = Pattern.compile("all with the password\\s+(\\S+)");
  private static final Pattern LINK = Pattern.compile("http\\S+/enter/\\S+");
  private static final Duration LOADING = Duration.ofMinutes(15);

  private final String base;
  private final String password;
  private final Supplier<String> printed;
  private final Runnable stop;

  DemoSite(String base, String password, Supplier<String> printed, Runnable stop) {
    this.base = base;
    this.password = password;
    this.printed = printed;
    this.stop = stop;
  }

  static DemoSite start(Path folder) throws IOException {
    OwnServer server = OwnServer.start(folder, "--demo");
    server.until(LOADING, "recordings are ready");
    Matcher password = PASSWORD.matcher(server.printed());
    assertThat(password.find()).as(server.printed()).isTrue();
    return new DemoSite(server.base(), password.group(1), server::printed, server::close);
  }

  /** The one-time link of the admin. */
  String adminLink() {
    Matcher link = LINK.matcher(printed());
    assertThat(link.find()).as(printed()).isTrue();
    return link.group();
  }

  /** Signs in lead, reviewer or labeler. */
  void enter(Page page, String person) {
    APIResponse answer =
        page.request()
            .post(
                base + "/api/v1/sign-in",
                RequestOptions.create()
                    .setHeader("X-Keyreel-Client", "test")
                    .setData(
                        Map.of("email", person + "@demo.keyreel.local", "password", password)));
    assertThat(answer.ok()).as(answer.text()).isTrue();
  }

  String address(String path) {
    return base + path;
  }

  String printed() {
    return printed.get();
  }

  @Override
  public void close() {
    stop.run();
  }
}
