package io.keyreel.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.KeyreelTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@KeyreelTest
class MailingTest {
  @Autowired private ApplicationContext context;
  @Autowired private Notes notes;
  @Autowired private Mentions mentions;
  @Autowired private MailStore store;
  @Autowired private MailSettings settings;
  @Autowired private Notifications notifications;
  @Autowired private TransactionTemplate transactions;
  @Autowired private InstantSource clock;
  @Autowired private JdbcClient jdbc;

  private TestTasks world;

  @BeforeEach
  void prepare() {
    world = new TestTasks(context);
    jdbc.sql("update notifications set mailed_at = now() where mailed_at is null").update();
  }

  @Test
  void namesInATextCallPeople() {
    assertThat(Mentions.calls("@Rosa look", "Rosa Lind", "rl@x.org")).isTrue();
    assertThat(Mentions.calls("look, @rosa lind.", "Rosa Lind", "rl@x.org")).isTrue();
    assertThat(Mentions.calls("see @rl", "Rosa Lind", "rl@x.org")).isTrue();
    assertThat(Mentions.calls("see @rlx", "Rosa Lind", "rl@x.org")).isFalse();
    assertThat(Mentions.calls("mail rosa@rosa.org", "Rosa", "rl@x.org")).isFalse();
    String at = "@" + world.labeler.email().split("@")[0];
    assertThat(mentions.in("Please " + at, world.project.id(), world.lead))
        .isEqualTo(Set.of(world.labeler.id()));
  }

  @Test
  void whoIsCalledByNameHearsOfItInTheApplicationAndByMail() throws IOException {
    Task task = world.task(10);
    String at = "@" + world.labeler.email().split("@")[0];
    notes.add(task.id(), new NewNote(1, 2, null, null, null, at + " see the tail"), world.lead);
    assertThat(notifications.of(world.labeler).getFirst().kind()).isEqualTo("mention");

    try (PostOffice post = new PostOffice()) {
      Mailing mailing = mailing(post);
      assertThat(mailing.send()).isEqualTo(1);
      assertThat(mailing.send()).isZero();
      assertThat(post.letters).hasSize(1);
      assertThat(post.letters.getFirst())
          .contains("To: " + world.labeler.email())
          .contains("From: labels@example.org")
          .contains("see the tail")
          .contains("https://keyreel.example.org/annotate/" + task.id());
    }
  }

  @Test
  void aDigestWaitsAndNoneIsNone() throws IOException {
    Task task = world.task(10);
    settings.save(world.labeler, MailSettings.Mode.DAILY);
    settings.save(world.reviewer, MailSettings.Mode.NONE);
    transactions.executeWithoutResult(status -> {
      notifications.tell(world.labeler.id(), task, "note", "One");
      notifications.tell(world.labeler.id(), task, "note", "Two");
      notifications.tell(world.reviewer.id(), task, "note", "Three");
    });
    try (PostOffice post = new PostOffice()) {
      Mailing mailing = mailing(post);
      assertThat(mailing.send()).isZero();
      jdbc.sql("update notifications set created_at = created_at - interval '25 hours'").update();
      assertThat(mailing.send()).isEqualTo(1);
      assertThat(post.letters.getFirst()).contains("Keyreel: 2 things for you", "One", "Two");
    }
  }

  private Mailing mailing(PostOffice post) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(post.port());
    ObjectProvider<JavaMailSender> provider =
        new ObjectProvider<>() {
          @Override
          public JavaMailSender getObject() {
            return sender;
          }
        };
    return new Mailing(
        store, provider, transactions, clock, "labels@example.org", "https://keyreel.example.org");
  }

  /** Takes letters in by SMTP, one connection after another. */
  private static final class PostOffice implements AutoCloseable {
    final List<String> letters = new CopyOnWriteArrayList<>();
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    PostOffice() throws IOException {
      Thread.ofVirtual().start(this::open);
    }

    int port() {
      return door.getLocalPort();
    }

    private void open() {
      while (!door.isClosed()) {
        try (Socket guest = door.accept()) {
          talk(guest);
        } catch (IOException e) {
          return;
        }
      }
    }

    private void talk(Socket guest) throws IOException {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
      OutputStream out = guest.getOutputStream();
      say(out, "220 here");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String word = line.split(" ")[0].toUpperCase(Locale.ROOT);
        switch (word) {
          case "DATA" -> {
            say(out, "354 go on");
            StringBuilder letter = new StringBuilder();
            for (String text = in.readLine(); !".".equals(text); text = in.readLine()) {
              letter.append(text).append('\n');
            }
            letters.add(letter.toString());
            say(out, "250 kept");
          }
          case "QUIT" -> {
            say(out, "221 bye");
            return;
          }
          default -> say(out, "250 fine");
        }
      }
    }

    private static void say(OutputStream out, String line) throws IOException {
      out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }

    @Override
    public void close() throws IOException {
      door.close();
    }
  }
}
