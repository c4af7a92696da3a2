package io.keyreel.api;

import io.keyreel.access.ApiToken;
import io.keyreel.access.CurrentUser;
import io.keyreel.access.Preferences;
import io.keyreel.access.Tokens;
import io.keyreel.access.User;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What belongs to the person who asks. */
@RestController
@RequestMapping("/api/v1/me")
class MeController {
  record NewToken(@Nullable String name) {}

  private final CurrentUser me;
  private final Tokens tokens;
  private final Preferences preferences;

  MeController(CurrentUser me, Tokens tokens, Preferences preferences) {
    this.me = me;
    this.tokens = tokens;
    this.preferences = preferences;
  }

  @Entry(Entry.For.SELF)
  @GetMapping
  User me() {
    return me.require();
  }

  @Entry(Entry.For.SELF)
  @GetMapping("/tokens")
  List<ApiToken> tokens() {
    return tokens.list(me.require());
  }

  @Entry(Entry.For.SELF)
  @PostMapping("/tokens")
  @ResponseStatus(HttpStatus.CREATED)
  Tokens.Created create(@RequestBody NewToken wanted) {
    return tokens.create(wanted.name() == null ? "" : wanted.name(), me.require());
  }

  @Entry(Entry.For.OWNER)
  @DeleteMapping("/tokens/{token}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable UUID token) {
    tokens.revoke(token, me.require());
  }

  @Entry(Entry.For.SELF)
  @GetMapping("/preferences")
  Map<String, Object> preferences() {
    return preferences.of(me.require());
  }

  @Entry(Entry.For.SELF)
  @PutMapping("/preferences")
  Map<String, Object> put(@RequestBody Map<String, Object> wanted) {
    preferences.put(me.require(), wanted);
    return preferences.of(me.require());
  }
}
