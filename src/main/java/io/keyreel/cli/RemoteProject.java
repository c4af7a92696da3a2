package io.keyreel.cli;

import io.keyreel.kernel.UserError;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A project of the server, found by its id or its name. */
record RemoteProject(String id, String name) {
  static RemoteProject find(ServerConnection server, String idOrName) {
    if (isId(idOrName)) {
      JsonNode project = server.get("/projects/" + idOrName);
      return new RemoteProject(project.path("id").asString(), project.path("name").asString());
    }
    List<RemoteProject> mine =
        server
            .get("/projects")
            .valueStream()
            .map(p -> new RemoteProject(p.path("id").asString(), p.path("name").asString()))
            .toList();
    List<RemoteProject> named =
        mine.stream().filter(project -> project.name.equalsIgnoreCase(idOrName)).toList();
    if (named.size() > 1) {
      throw new UserError.Invalid(
          "There are %d projects named \"%s\"; give the id of one: %s."
              .formatted(
                  named.size(),
                  idOrName,
                  String.join(", ", named.stream().map(RemoteProject::id).toList())));
    }
    if (named.isEmpty()) {
      throw new UserError.NotFound(
          mine.isEmpty()
              ? "You are in no project; ask an admin to add you to \"%s\".".formatted(idOrName)
              : "You are in no project named \"%s\"; yours are %s."
                  .formatted(
                      idOrName,
                      String.join(", ", mine.stream().map(RemoteProject::name).toList())));
    }
    return named.getFirst();
  }

  private static boolean isId(String text) {
    try {
      return UUID.fromString(text).toString().equalsIgnoreCase(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
