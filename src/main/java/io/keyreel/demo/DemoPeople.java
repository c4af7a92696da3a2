package io.keyreel.demo;

import io.keyreel.access.FirstStart;
import io.keyreel.access.NewUser;
import io.keyreel.access.User;
import io.keyreel.access.Users;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the demo's accounts, all at once, and tells their password once. */
@Component
class DemoPeople {
  private static final List<String> WORDS =
      List.of(
          "amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "haven", "indigo", "jetty",
          "kelp", "lunar", "maple", "north", "ocean", "pine", "quartz", "river", "slate", "tidal",
          "umber", "vivid", "willow", "yarrow", "zephyr", "basil", "coral", "dune", "fern", "heath",
          "moss", "reed");
  private static final int PASSWORD_WORDS = 5;

  private final FirstStart first;
  private final Users users;
  private final TransactionTemplate transaction;

  DemoPeople(FirstStart first, Users users, TransactionTemplate transaction) {
    this.first = first;
    this.users = users;
    this.transaction = transaction;
  }

  Cast cast() {
    User admin = first.admin();
    if (users.byEmail(email("lead")).isPresent()) {
      return new Cast(admin, find("lead"), find("reviewer"), find("labeler"));
    }
    String password = password();
    Cast cast = transaction.execute(status -> create(admin, password));
    System.out.printf(
        """

        The demo's people, all with the password  %s
          %s   %s   %s
        It is shown only now. The admin comes in by the link below and chooses a password.

        """,
        password, email("lead"), email("reviewer"), email("labeler"));
    return cast;
  }

  private Cast create(User admin, String password) {
    return new Cast(
        admin,
        users.create(new NewUser(email("lead"), "Lin Lead", false, password), admin),
        users.create(new NewUser(email("reviewer"), "Rui Reviewer", false, password), admin),
        users.create(new NewUser(email("labeler"), "Lea Labeler", false, password), admin));
  }

  private User find(String role) {
    return users.byEmail(email(role)).orElseThrow();
  }

  private static String email(String role) {
    return role + "@demo.keyreel.local";
  }

  private static String password() {
    return new SecureRandom()
        .ints(PASSWORD_WORDS, 0, WORDS.size())
        .mapToObj(WORDS::get)
        .collect(Collectors.joining("-"));
  }
}
