package io.keyreel.cli;

import picocli.CommandLine.Option;

/** Which project a command is about. */
@SuppressWarnings("NullAway.Init")
final class ProjectOption {
  @Option(
      names = "--project",
      required = true,
      paramLabel = "P",
      description = "Id or name of the project.")
  private String idOrName;

  RemoteProject find(ServerConnection server) {
    return RemoteProject.find(server, idOrName);
  }
}
