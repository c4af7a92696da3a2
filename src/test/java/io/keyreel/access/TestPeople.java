package io.keyreel.access;

import io.keyreel.kernel.Ids;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Makes people, projects and tokens for tests, each new, so that tests do not meet. */
public final class TestPeople {
  public static final String PASSWORD = "correct horse battery";

  private static @Nullable String hash;

  private final UserStore users;
  private final Passwords passwords;
  private final Projects projects;
  private final Tokens tokens;
  private final InstantSource clock;

  public TestPeople(ApplicationContext context) {
    users = context.getBean(UserStore.class);
    passwords = context.getBean(Passwords.class);
    projects = context.getBean(Projects.class);
    tokens = context.getBean(Tokens.class);
    clock = context.getBean(InstantSource.class);
  }

  public User siteAdmin() {
    return insert("site-admin", true);
  }

  /** Somebody with an account, {@link #PASSWORD}, and no project. */
  public User user(String name) {
    return insert(name, false);
  }

  /** A new project of {@code by}, who must be a site admin. */
  public Project project(User by) {
    return projects.create(new NewProject("Project " + Ids.next(), null, null), by);
  }

  /** Somebody new with this role in the project. */
  public User member(Project project, Role role, User by) {
    User user = user(role.name().toLowerCase(Locale.ROOT));
    projects.add(project.id(), user.id(), role, by);
    return user;
  }

  /** What to send after "Bearer ". */
  public String token(User user) {
    return tokens.create("test", user).secret();
  }

  private User insert(String name, boolean siteAdmin) {
    User user = new User(Ids.next(), name + "-" + Ids.next() + "@test.local", name, siteAdmin);
    users.insert(user, hash(), clock.instant());
    return user;
  }

  /** The same for all: hashing is slow on purpose. */
  private synchronized String hash() {
    if (hash == null) {
      hash = passwords.hash(PASSWORD);
    }
    return hash;
  }
}
