package io.keyreel.workflow;

import io.keyreel.access.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people hear of news by e-mail. */
@Service
public class MailSettings {
  /** How often. */
  public enum Mode {
    NONE,
    EACH,
    HOURLY,
    DAILY
  }

  private final MailStore store;
  private final boolean on;

  MailSettings(MailStore store, @Value("${spring.mail.host:}") String host) {
    this.store = store;
    this.on = !host.isBlank();
  }

  /** Whether this server sends e-mail at all. */
  public boolean on() {
    return on;
  }

  public Mode of(User user) {
    return store.mode(user.id()).orElse(Mode.EACH);
  }

  @Transactional
  public void save(User user, Mode mode) {
    store.save(user.id(), mode);
  }
}
