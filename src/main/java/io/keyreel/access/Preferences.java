package io.keyreel.access;

import io.keyreel.kernel.UserError;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person set up for themselves: shortcuts, layout, theme. Free-form, small, theirs alone.
 */
@Service
public class Preferences {
  private static final int LIMIT = 65_536;

  private final UserStore users;
  private final JsonMapper json;

  Preferences(UserStore users, JsonMapper json) {
    this.users = users;
    this.json = json;
  }

  public Map<String, Object> of(User user) {
    return json.readValue(users.preferences(user.id()), new TypeReference<>() {});
  }

  @Transactional
  public void put(User user, Map<String, ?> preferences) {
    String text = json.writeValueAsString(preferences);
    if (text.length() > LIMIT) {
      throw new UserError.Invalid("The preferences are larger than 64 kB; keep less in them.");
    }
    users.setPreferences(user.id(), text);
  }
}
