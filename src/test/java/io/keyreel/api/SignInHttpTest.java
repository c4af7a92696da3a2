package io.keyreel.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.KeyreelTest;
import io.keyreel.access.Project;
import io.keyreel.access.Role;
import io.keyreel.access.SignIns;
import io.keyreel.access.TestPeople;
import io.keyreel.access.Tokens;
import io.keyreel.access.User;
import io.keyreel.access.Users;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@KeyreelTest
class SignInHttpTest {
  @Autowired private ApplicationContext context;
  @Autowired private Users users;
  @Autowired private Tokens tokens;
  @Autowired private SignIns signIns;

  private TestPeople people;
  private Http http;
  private User admin;

  @BeforeEach
  void prepare() {
    people = new TestPeople(context);
    http = new Http(context);
    admin = people.siteAdmin();
  }

  @Test
  void answersStrangersInJsonAndWithoutRedirect() {
    HttpResponse<String> answer = http.send("GET", "/api/v1/me", Map.of());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(Http.json(answer).get("error").asString()).isEqualTo("unauthorized");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void signsInWithAPasswordAndOutAgain() {
    User user = people.user("anna");
    HttpResponse<String> in =
        http.send(
            "POST",
            "/api/v1/sign-in",
            Map.of("X-Keyreel-Client", "test"),
            Map.of(
                "email", user.email().toUpperCase(Locale.ROOT), "password", TestPeople.PASSWORD));
    assertThat(in.statusCode()).isEqualTo(200);
    assertThat(in.headers().firstValue("Set-Cookie").orElse(""))
        .contains("HttpOnly", "SameSite=Lax");
    String cookie = Http.cookies(in);
    HttpResponse<String> me = http.send("GET", "/api/v1/me", Http.cookie(cookie));
    assertThat(Http.json(me).get("email").asString()).isEqualTo(user.email());
    assertThat(http.send("POST", "/api/v1/sign-out", Http.cookie(cookie)).statusCode())
        .isEqualTo(204);
    assertThat(http.send("GET", "/api/v1/me", Http.cookie(cookie)).statusCode()).isEqualTo(401);
  }

  @Test
  void refusesAWrongPasswordAndAnUnknownAddressAlike() {
    User user = people.user("bert");
    String known = signInError(user.email(), "wrong password");
    String unknown = signInError("nobody@nowhere.local", "wrong password");
    assertThat(known).isEqualTo(unknown).contains("wrong");
  }

  private String signInError(String email, String password) {
    HttpResponse<String> answer =
        http.send(
            "POST",
            "/api/v1/sign-in",
            Map.of("X-Keyreel-Client", "test"),
            Map.of("email", email, "password", password));
    assertThat(answer.statusCode()).isEqualTo(422);
    return Http.json(answer).get("message").asString();
  }

  @Test
  void slowsDownWhoeverGuessesPasswords() {
    User user = people.user("carl");
    for (int i = 0; i < 10; i++) {
      signInError(user.email(), "guess number " + i);
    }
    HttpResponse<String> answer =
        http.send(
            "POST",
            "/api/v1/sign-in",
            Map.of("X-Keyreel-Client", "test"),
            Map.of("email", user.email(), "password", TestPeople.PASSWORD));
    assertThat(answer.statusCode()).isEqualTo(503);
  }

  @Test
  void takesChangesByCookieOnlyWithTheClientHeader() {
    String cookie = "keyreel=" + signIns.begin(people.user("dora")).cookie();
    HttpResponse<String> without =
        http.send(
            "PUT", "/api/v1/me/preferences", Map.of("Cookie", cookie), Map.of("theme", "dark"));
    assertThat(without.statusCode()).isEqualTo(403);
    HttpResponse<String> with =
        http.send("PUT", "/api/v1/me/preferences", Http.cookie(cookie), Map.of("theme", "dark"));
    assertThat(with.statusCode()).isEqualTo(200);
    assertThat(Http.json(with).get("theme").asString()).isEqualTo("dark");
  }

  @Test
  void aRevokedTokenStopsAtOnce() {
    User user = people.user("emil");
    Tokens.Created created = tokens.create("script", user);
    Map<String, String> bearer = Http.bearer(created.secret());
    assertThat(http.send("GET", "/api/v1/me", bearer).statusCode()).isEqualTo(200);
    assertThat(tokens.list(user)).singleElement().matches(token -> token.lastUsedAt() != null);
    tokens.revoke(created.token().id(), user);
    assertThat(http.send("GET", "/api/v1/me", bearer).statusCode()).isEqualTo(401);
  }

  @Test
  void nobodyRevokesTheTokenOfSomebodyElse() {
    Tokens.Created created = tokens.create("script", people.user("fred"));
    HttpResponse<String> answer =
        http.send(
            "DELETE",
            "/api/v1/me/tokens/" + created.token().id(),
            Http.bearer(people.token(people.user("gina"))));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(http.send("GET", "/api/v1/me", Http.bearer(created.secret())).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aOneTimeLinkOpensOnceAndNotByAPreview() {
    String path = users.resetLink(people.user("hans").id(), admin);
    assertThat(http.send("HEAD", path, Map.of()).statusCode()).isEqualTo(204);
    HttpResponse<String> first = http.send("GET", path, Map.of());
    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(first.headers().firstValue("Location")).hasValue("/welcome");
    assertThat(http.send("GET", "/api/v1/me", Http.cookie(Http.cookies(first))).statusCode())
        .isEqualTo(200);
    HttpResponse<String> second = http.send("GET", path, Map.of());
    assertThat(second.headers().firstValue("Location")).hasValue("/login?link=used");
    assertThat(Http.cookies(second)).doesNotContain("keyreel=");
  }

  @Test
  void anInvitationOfAStrangerGivesALinkAndOneOfAnAccountDoesNot() {
    Project project = people.project(admin);
    Map<String, String> bearer =
        Http.bearer(people.token(people.member(project, Role.ADMIN, admin)));
    String members = "/api/v1/projects/" + project.id() + "/members";
    HttpResponse<String> stranger =
        http.send(
            "POST",
            members,
            bearer,
            Map.of("email", "new-" + project.id() + "@test.local", "role", "LABELER"));
    assertThat(stranger.statusCode()).isEqualTo(201);
    assertThat(Http.json(stranger).get("path").asString()).startsWith("/enter/");
    User known = people.user("ida");
    HttpResponse<String> account =
        http.send("POST", members, bearer, Map.of("email", known.email(), "role", "REVIEWER"));
    assertThat(account.statusCode()).isEqualTo(201);
    assertThat(Http.json(account).has("path")).isFalse();
  }

  @Test
  void anAdminCannotTakeOverWhoeverAnotherAdminInvited() {
    Project first = people.project(admin);
    Project second = people.project(admin);
    String email = "shared-" + first.id() + "@test.local";
    Map<String, Object> invitation = Map.of("email", email, "role", "LABELER");
    http.send(
        "POST",
        "/api/v1/projects/" + first.id() + "/members",
        Http.bearer(people.token(people.member(first, Role.ADMIN, admin))),
        invitation);
    HttpResponse<String> other =
        http.send(
            "POST",
            "/api/v1/projects/" + second.id() + "/members",
            Http.bearer(people.token(people.member(second, Role.ADMIN, admin))),
            invitation);
    assertThat(other.statusCode()).isEqualTo(201);
    assertThat(Http.json(other).has("path")).isFalse();
  }

  @Test
  void whoCameByALinkSetsAPasswordOnceAndOtherSignInsEnd() {
    User user = people.user("jana");
    String old = "keyreel=" + signIns.begin(user).cookie();
    SignIns.Begun begun = signIns.enter(word(users.resetLink(user.id(), admin))).orElseThrow();
    signIns.welcome(begun.signedIn(), "Jana", "another good password");
    assertThat(signIns.byPassword(user.email(), "another good password")).isPresent();
    assertThat(signIns.byPassword(user.email(), TestPeople.PASSWORD)).isEmpty();
    assertThat(http.send("GET", "/api/v1/me", Http.cookie(old)).statusCode()).isEqualTo(401);
    assertThat(signIns.byCookie(begun.cookie()).orElseThrow().maySetPassword()).isFalse();
  }

  private static String word(String path) {
    return path.substring("/enter/".length());
  }

  @Test
  void aClosedAccountIsOutAtOnce() {
    User user = people.user("karl");
    Map<String, String> bearer = Http.bearer(people.token(user));
    String cookie = "keyreel=" + signIns.begin(user).cookie();
    users.disable(user.id(), admin);
    assertThat(http.send("GET", "/api/v1/me", bearer).statusCode()).isEqualTo(401);
    assertThat(http.send("GET", "/api/v1/me", Http.cookie(cookie)).statusCode()).isEqualTo(401);
    assertThat(signIns.byPassword(user.email(), TestPeople.PASSWORD)).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithABody() {
    Map<String, String> bearer = Http.bearer(people.token(admin));
    HttpResponse<String> broken = http.send("POST", "/api/v1/projects", bearer, "{\"name\":");
    assertThat(broken.statusCode()).isEqualTo(422);
    assertThat(Http.json(broken).get("message").asString()).contains("not JSON");
    HttpResponse<String> unnamed =
        http.send("POST", "/api/v1/projects", bearer, Map.of("name", " "));
    assertThat(Http.json(unnamed).get("message").asString()).contains("1 to 120 characters");
    HttpResponse<String> missing = http.send("POST", "/api/v1/projects", bearer);
    assertThat(missing.statusCode()).isEqualTo(422);
  }

  @Test
  void answersUnknownAddressesOfTheApiInJson() {
    Map<String, String> bearer = Http.bearer(people.token(admin));
    HttpResponse<String> nowhere = http.send("GET", "/api/v1/no/such/thing", bearer);
    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(Http.json(nowhere).get("error").asString()).isEqualTo("not-found");
    assertThat(http.send("GET", "/api/v1/projects/not-an-id", bearer).statusCode()).isEqualTo(404);
    assertThat(http.send("PUT", "/api/v1/projects", bearer, Map.of()).statusCode()).isEqualTo(405);
  }

  @Test
  void describesItself() {
    Map<String, String> bearer = Http.bearer(people.token(admin));
    HttpResponse<String> description = http.send("GET", "/api/v1/openapi", bearer);
    assertThat(description.statusCode()).isEqualTo(200);
    assertThat(Http.json(description).at("/info/title").asString()).isEqualTo("Keyreel");
    assertThat(Http.json(description).get("paths").has("/api/v1/projects/{project}")).isTrue();
    assertThat(http.send("GET", "/swagger-ui/index.html", bearer).statusCode()).isEqualTo(200);
  }

  @Test
  void sendsStrangersFromViewsToTheSignInForm() {
    HttpResponse<String> answer = http.send("GET", "/", Map.of());
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
  }

  @Test
  void letsTheSignInFormInAndOut() {
    User user = people.user("lena");
    String form =
        "username="
            + user.email().replace("@", "%40")
            + "&password="
            + TestPeople.PASSWORD.replace(' ', '+');
    HttpResponse<String> in =
        http.send(
            "POST", "/login", Map.of("Content-Type", "application/x-www-form-urlencoded"), form);
    assertThat(in.statusCode()).isEqualTo(302);
    assertThat(in.headers().firstValue("Location").orElse("")).doesNotContain("error");
    assertThat(http.send("GET", "/api/v1/me", Http.cookie(Http.cookies(in))).statusCode())
        .isEqualTo(200);
  }
}
