package io.keyreel.labels;

import io.keyreel.kernel.UserError;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads operations of the wire one by one, so that a broken one does not take others with it. */
@Component
public class OpReader {
  private final Json json;

  OpReader(Json json) {
    this.json = json;
  }

  /**
   * An operation that cannot be read comes back as {@link Op.Malformed}.
   *
   * @throws UserError.Invalid when not even its id can be
   */
  public Op read(JsonNode node) {
    UUID id = id(node);
    try {
      return json.convert(node, Op.class);
    } catch (JacksonException e) {
      return new Op.Malformed(id, sentence(node, e));
    }
  }

  private static UUID id(JsonNode node) {
    try {
      return UUID.fromString(node.path("op").asString(""));
    } catch (IllegalArgumentException e) {
      throw new UserError.Invalid("An operation has no id; give each one a new UUID as \"op\".", e);
    }
  }

  private static String sentence(JsonNode node, JacksonException e) {
    return causedByUser(e)
        .orElseGet(() ->
            "The operation \"%s\" cannot be read (%s); check its fields."
                .formatted(node.path("kind").asString("?"), e.getOriginalMessage()));
  }

  private static Optional<String> causedByUser(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UserError error) {
        return Optional.ofNullable(error.getMessage());
      }
    }
    return Optional.empty();
  }
}
