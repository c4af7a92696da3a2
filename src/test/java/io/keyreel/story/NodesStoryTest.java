package io.keyreel.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.keyreel.ChildJvm;
import io.keyreel.Eventually;
import io.keyreel.KeyreelTest;
import io.keyreel.Main;
import io.keyreel.TestServers;
import io.keyreel.workflow.NewNote;
import io.keyreel.workflow.Notes;
import io.keyreel.workflow.Task;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/** Two web nodes, each a process: what happens on one shows on the other without a reload. */
@KeyreelTest
class NodesStoryTest {
  @TempDir private Path temporary;
  @Autowired private ApplicationContext context;
  @Autowired private Notes notes;

  @Value("${local.server.port}")
  private int port;

  @Test
  void boardsCountsNoticesAndCommentsAreLiveAcrossNodes() throws IOException {
    int otherPort = freePort();
    try (Office office = new Office(context, port);
        ChildJvm other = node(otherPort)) {
      Task task = office.task(temporary);
      String base = "http://localhost:" + otherPort;
      Page lead = there(office.enter(office.world.lead), base, office.project(), "tasks");
      Page labeler = there(office.enter(office.world.labeler), base, office.project(), "library");
      Page annotator = there(office.enter(office.world.lead), base, office.project(), "tasks");
      try {
        lead.locator(".kr-switch button").nth(1).click();
        onBoard(lead, "Label", task).waitFor();

        office.world.act(task, "claim", office.world.labeler);
        office.world.act(task, "submit", office.world.labeler);
        onBoard(lead, "Review", task).waitFor();

        labeler.getByLabel("Notifications, 0 unread").waitFor();
        office.world.act(task, "claim", office.world.reviewer);
        office.world.act(task, "return", office.world.reviewer);
        labeler.getByLabel("Notifications, 1 unread").waitFor();
        onBoard(lead, "Label", task).waitFor();

        annotator.navigate(base + "/annotate/" + task.id());
        new AnnotatorPage(annotator);
        notes.add(
            task.id(),
            new NewNote(1, 2, null, null, null, "Is the tail in?"),
            office.world.reviewer);
        annotator.getByText("Is the tail in?").first().waitFor();

        labeler.getByText("1 recording").first().waitFor();
        office.world.video(12);
        office.task(temporary);
        labeler.getByText("3 recordings").first().waitFor();
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("nodes", e);
      }
      assertLiving(other);
    }
  }

  private static void assertLiving(ChildJvm other) {
    if (!other.isAlive()) {
      throw new AssertionError(other.printed());
    }
  }

  /** The same person at the other node: a sign-in holds on all of them. */
  private static Page there(WebPages person, String base, String project, String place) {
    Page page = person.page();
    page.navigate(base + "/projects/" + project + "/" + place);
    page.locator(".kr-page-names").first().waitFor();
    return page;
  }

  private static Locator onBoard(Page page, String stage, Task task) {
    return page.locator(".kr-board-column[aria-label='" + stage + "'] .kr-board-card")
        .filter(new Locator.FilterOptions().setHasText("#" + task.number()));
  }

  private ChildJvm node(int at) throws IOException {
    ChildJvm child =
        ChildJvm.start(
            temporary.resolve("node.log"),
            TestServers.coordinates(),
            Main.class,
            "serve",
            "--role",
            "web",
            "--port",
            Integer.toString(at),
            "--data",
            temporary.resolve("data").toString());
    Eventually.eventually(() -> child.printed().contains("is ready") || !child.isAlive());
    assertLiving(child);
    return child;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
