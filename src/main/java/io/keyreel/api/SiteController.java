package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.Audit;
import io.keyreel.access.AuditEntry;
import io.keyreel.access.AuditFlaw;
import io.keyreel.access.CurrentUser;
import io.keyreel.access.NewUser;
import io.keyreel.access.User;
import io.keyreel.access.Users;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The installation: its people and its audit record. */
@RestController
@RequestMapping("/api/v1")
class SiteController {
  private static final String NEWEST = "9223372036854775807";

  record NewPerson(@Nullable String email, @Nullable String name, boolean siteAdmin) {}

  /**
   * A person and the way in to hand them.
   *
   * @param path a one-time link, below the server's address
   */
  record WayIn(User user, String path) {}

  private final Users users;
  private final Audit audit;
  private final CurrentUser me;

  SiteController(Users users, Audit audit, CurrentUser me) {
    this.users = users;
    this.audit = audit;
    this.me = me;
  }

  @Entry(Entry.For.SITE_ADMIN)
  @GetMapping("/users")
  List<User> users() {
    return users.all(me.require());
  }

  @Entry(Entry.For.SITE_ADMIN)
  @PostMapping("/users")
  @ResponseStatus(HttpStatus.CREATED)
  WayIn create(@RequestBody NewPerson wanted) {
    User by = me.require();
    User user =
        users.create(
            new NewUser(text(wanted.email()), text(wanted.name()), wanted.siteAdmin(), null), by);
    return new WayIn(user, users.resetLink(user.id(), by));
  }

  @Entry(Entry.For.SITE_ADMIN)
  @PostMapping("/users/{user}/reset")
  WayIn reset(@PathVariable UUID user) {
    String path = users.resetLink(user, me.require());
    return new WayIn(users.find(user), path);
  }

  @Entry(Entry.For.SITE_ADMIN)
  @DeleteMapping("/users/{user}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void disable(@PathVariable UUID user) {
    users.disable(user, me.require());
  }

  @Entry(Entry.For.SITE_ADMIN)
  @GetMapping("/audit")
  List<AuditEntry> audit(
      @RequestParam(defaultValue = NEWEST) long before,
      @RequestParam(defaultValue = "100") int limit) {
    return audit.all(before, limit, me.require());
  }

  /** Walks the whole audit record; an empty list says that nobody tampered with it. */
  @Entry(Entry.For.SITE_ADMIN)
  @GetMapping("/audit/flaws")
  List<AuditFlaw> flaws() {
    return audit.verify(me.require());
  }

  @Entry(action = Action.AUDIT_READ)
  @GetMapping("/projects/{project}/audit")
  List<AuditEntry> audit(
      @PathVariable UUID project,
      @RequestParam(defaultValue = NEWEST) long before,
      @RequestParam(defaultValue = "100") int limit) {
    return audit.ofProject(project, before, limit, me.require());
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }
}
