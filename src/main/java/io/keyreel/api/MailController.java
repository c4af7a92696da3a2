package io.keyreel.api;

import io.keyreel.access.CurrentUser;
import io.keyreel.workflow.MailSettings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How often a person gets e-mail. */
@RestController
@RequestMapping("/api/v1/me/mail")
class MailController {
  /** The setting; {@code on} tells whether the server sends e-mail at all. */
  record Mail(MailSettings.Mode mode, boolean on) {}

  record Wanted(MailSettings.Mode mode) {}

  private final MailSettings settings;
  private final CurrentUser me;

  MailController(MailSettings settings, CurrentUser me) {
    this.settings = settings;
    this.me = me;
  }

  @Entry(Entry.For.SELF)
  @GetMapping
  Mail mail() {
    return new Mail(settings.of(me.require()), settings.on());
  }

  @Entry(Entry.For.SELF)
  @PutMapping
  Mail mail(@RequestBody Wanted wanted) {
    settings.save(me.require(), wanted.mode());
    return mail();
  }
}
