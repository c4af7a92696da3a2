package io.keyreel.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.KeyreelTest;
import io.keyreel.access.PolicyTable;
import io.keyreel.access.Project;
import io.keyreel.access.Projects;
import io.keyreel.access.Role;
import io.keyreel.access.SignIns;
import io.keyreel.access.TestPeople;
import io.keyreel.access.Tokens;
import io.keyreel.access.User;
import io.keyreel.access.Users;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Every entry point that the server has × everybody who may knock, with what the policy table says.
 */
@KeyreelTest
class EntryPointsTest {
  /** Of libraries: the description of the API and the page for errors. They lead to no data. */
  private static final Set<String> FOREIGN = Set.of("org.springdoc", "org.springframework.boot");

  /** Let in, a person may still hear that there is nothing to show: the scene has no media. */
  private static final String MAY_LACK =
      ".*/(packs/.*|frames/.*|poster\\.jpg|storyboard\\..*|file|notifications/.*|accept|retry|bulk-acceptances/.*|sweeps/.*|energy|event-proposals)";

  @Autowired private ApplicationContext context;
  @Autowired private Users users;
  @Autowired private Projects projects;
  @Autowired private Tokens tokens;
  @Autowired private SignIns signIns;

  private final Map<Subject, User> persons = new EnumMap<>(Subject.class);
  private final Map<Subject, String> words = new EnumMap<>(Subject.class);
  private final List<String> mismatches = new ArrayList<>();
  private TestPeople people;
  private Http http;
  private User owner;

  @BeforeEach
  void gather() {
    people = new TestPeople(context);
    http = new Http(context);
    owner = people.siteAdmin();
    for (Subject subject : Subject.values()) {
      User person = subject == Subject.SITE_ADMIN ? people.siteAdmin() : people.user("subject");
      persons.put(subject, person);
      words.put(subject, people.token(person));
    }
    words.put(Subject.WITH_A_WRONG_TOKEN, "krl_never-given-out");
    User revoked = persons.get(Subject.WITH_A_REVOKED_TOKEN);
    tokens.list(revoked).forEach(token -> tokens.revoke(token.id(), revoked));
    users.disable(persons.get(Subject.WITH_A_CLOSED_ACCOUNT).id(), owner);
    Project elsewhere = people.project(owner);
    projects.add(elsewhere.id(), persons.get(Subject.ADMIN_ELSEWHERE).id(), Role.ADMIN, owner);
  }

  @Test
  void everyEntryPointSaysForWhomItIs() {
    List<EntryPoint> silent =
        EntryPoint.all(context).stream()
            .filter(entry -> entry.entry() == null)
            .filter(entry ->
                FOREIGN.stream()
                    .noneMatch(
                        library -> entry.handler().getBeanType().getName().startsWith(library)))
            .toList();
    assertThat(silent).as("entry points without @Entry").isEmpty();
  }

  @Test
  void everyEntryPointAnswersEverybodyAsThePolicyTableSays() {
    int cells = 0;
    for (EntryPoint entry : ours()) {
      Scene shared = scene(Subject.LEAD);
      for (Subject subject : Subject.values()) {
        // Whoever gets in may change the scene: the next one finds a new one.
        Scene scene = expected(entry, subject) == 200 ? scene(subject) : shared;
        check(entry, subject, scene, expected(entry, subject));
        cells++;
      }
    }
    assertThat(mismatches).as("of %d cells", cells).isEmpty();
  }

  @Test
  void anArchivedProjectIsGoneForEverybody() {
    for (EntryPoint entry : ours()) {
      if (entry.entry().value() == Entry.For.MEMBER) {
        Scene scene = scene(Subject.LEAD);
        projects.archive(scene.id("project"), owner);
        for (Subject subject : Subject.values()) {
          check(entry, subject, scene, subject.known ? 404 : 401);
        }
      }
    }
    assertThat(mismatches).isEmpty();
  }

  @Test
  void aBrowserChangesNothingWithoutTheHeaderOfOurPages() {
    String cookie = "keyreel=" + signIns.begin(owner).cookie();
    Scene scene = scene(Subject.LEAD);
    for (EntryPoint entry : ours()) {
      if (!Set.of("GET", "HEAD", "OPTIONS").contains(entry.method())) {
        check(entry, Map.of("Cookie", cookie), scene, 403, "a foreign page");
      }
    }
    assertThat(mismatches).isEmpty();
  }

  private List<EntryPoint> ours() {
    return EntryPoint.all(context).stream()
        .filter(entry -> entry.entry() != null && entry.path().startsWith("/api/"))
        .toList();
  }

  /** 200 stands for being let in, whatever comes of it. */
  private static int expected(EntryPoint entry, Subject subject) {
    return switch (entry.entry().value()) {
      case ANYONE -> 200;
      case SELF -> subject.known ? 200 : 401;
      // The scene's things are of somebody who does not knock.
      case OWNER -> subject.known ? 404 : 401;
      case SITE_ADMIN -> !subject.known ? 401 : subject == Subject.SITE_ADMIN ? 200 : 403;
      case MEMBER -> {
        if (!subject.known) {
          yield 401;
        }
        if (subject.role == null) {
          yield 404;
        }
        yield PolicyTable.allows(subject.role, entry.entry().action()) ? 200 : 403;
      }
    };
  }

  private void check(EntryPoint entry, Subject subject, Scene scene, int expected) {
    Map<String, String> headers =
        subject == Subject.NOBODY ? Map.of() : Http.bearer(words.get(subject));
    if (entry.entry().value() == Entry.For.ANYONE) {
      headers = Map.of(ClientHeaderFilter.HEADER, "test");
    }
    check(entry, headers, scene, expected, subject.name());
  }

  private void check(
      EntryPoint entry, Map<String, String> who, Scene scene, int expected, String name) {
    Map<String, String> headers = new HashMap<>(Bodies.headers(entry, scene));
    headers.putAll(who);
    String address = scene.address(entry.path()) + Bodies.query(entry);
    boolean bodiless = Set.of("GET", "HEAD", "DELETE", "OPTIONS").contains(entry.method());
    int status =
        bodiless
            ? http.status(entry.method(), address, headers)
            : http.status(entry.method(), address, headers, Bodies.body(entry, scene));
    if (!fits(entry, status, expected)) {
      mismatches.add("%s as %s: %d, not %d".formatted(entry, name, status, expected));
    }
  }

  private static boolean fits(EntryPoint entry, int status, int expected) {
    if (expected != 200) {
      return status == expected;
    }
    return status != 401
        && status != 403
        && status < 500
        && (status != 404 || entry.path().matches(MAY_LACK));
  }

  private Scene scene(Subject holder) {
    Project project = people.project(owner);
    for (Subject subject : Subject.values()) {
      if (subject.role != null && subject != Subject.SITE_ADMIN) {
        projects.add(project.id(), persons.get(subject).id(), subject.role, owner);
      }
    }
    User sentAway = persons.get(Subject.SENT_AWAY);
    projects.add(project.id(), sentAway.id(), Role.ADMIN, owner);
    projects.remove(project.id(), sentAway.id(), owner);
    return new Scene(context, project, owner, persons.get(holder));
  }
}
