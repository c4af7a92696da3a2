package io.keyreel.workflow;

import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends people by e-mail what they have not read in the application, one letter for all of it. What
 * could not be sent is tried again; a letter may come twice, never not at all.
 */
@Service
public class Mailing {
  private static final Logger LOG = LoggerFactory.getLogger(Mailing.class);

  private final MailStore store;
  private final ObjectProvider<JavaMailSender> sender;
  private final TransactionTemplate transactions;
  private final InstantSource clock;
  private final Letterhead head;

  /** What every letter says of the server. */
  record Letterhead(String from, String address) {}

  Mailing(
      MailStore store,
      ObjectProvider<JavaMailSender> sender,
      TransactionTemplate transactions,
      InstantSource clock,
      @Value("${keyreel.mail.from:keyreel@localhost}") String from,
      @Value("${keyreel.mail.address:}") String address) {
    this.store = store;
    this.sender = sender;
    this.transactions = transactions;
    this.clock = clock;
    this.head = new Letterhead(from, address);
  }

  /** Sends what is due; tells how many letters went out. None where no server for it is set. */
  public int send() {
    JavaMailSender post = sender.getIfAvailable();
    if (post == null) {
      return 0;
    }
    int letters = 0;
    for (MailStore.Due person : store.due(clock.instant())) {
      try {
        Boolean sent = transactions.execute(status -> send(post, person));
        letters += Boolean.TRUE.equals(sent) ? 1 : 0;
      } catch (MailException e) {
        LOG.warn("E-mail could not be sent, it is tried again: {}", e.getMessage());
        return letters;
      }
    }
    return letters;
  }

  private boolean send(JavaMailSender post, MailStore.Due person) {
    List<MailStore.Item> items = store.lock(person.user());
    if (items.isEmpty()) {
      return false;
    }
    SimpleMailMessage letter = new SimpleMailMessage();
    letter.setFrom(head.from());
    letter.setTo(person.email());
    letter.setSubject(
        items.size() == 1
            ? Excerpt.of(items.getFirst().body().replaceAll("\\s+", " "), 120)
            : "Keyreel: %d things for you".formatted(items.size()));
    letter.setText(text(person, items));
    post.send(letter);
    store.sent(items, clock.instant());
    return true;
  }

  private String text(MailStore.Due person, List<MailStore.Item> items) {
    StringBuilder text = new StringBuilder("Hello %s,\n".formatted(person.name()));
    for (MailStore.Item item : items) {
      text.append("\n- ").append(item.body());
      if (item.task() != null && !head.address().isBlank()) {
        text.append("\n  ").append(head.address()).append("/annotate/").append(item.task());
      }
    }
    return text.append("\n\nHow often you get these letters is set on your profile page.\n")
        .toString();
  }
}
