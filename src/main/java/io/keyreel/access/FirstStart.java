package io.keyreel.access;

import io.keyreel.access.LinkStore.Purpose;
import io.keyreel.kernel.Ids;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the first admin in: no installation has a default password. */
@Service
public class FirstStart {
  private static final String EMAIL = "admin@keyreel.local";

  private final UserStore users;
  private final Links links;
  private final Audit audit;
  private final InstantSource clock;

  FirstStart(UserStore users, Links links, Audit audit, InstantSource clock) {
    this.users = users;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A one-time link by which the first admin comes in, as long as no site admin has a password.
   * Each call closes the link of the one before.
   *
   * @param baseUrl the server's address as browsers see it
   */
  @Transactional
  public Optional<String> adminLink(String baseUrl) {
    if (users.siteAdminWithPasswordExists()) {
      return Optional.empty();
    }
    String base = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    return Optional.of(base + links.create(admin().id(), Purpose.FIRST_START));
  }

  /** The first admin's account, made without a password on the first call. */
  @Transactional
  public User admin() {
    User admin = new User(Ids.next(), EMAIL, "Admin", true);
    if (users.insert(admin, null, clock.instant())) {
      audit.recordOwn("user.create", "user:" + admin.id(), null, Map.of("email", EMAIL));
    }
    return users.byEmail(EMAIL).orElseThrow();
  }
}
