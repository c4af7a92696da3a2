package io.keyreel.cli;

import io.keyreel.kernel.UserError;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of all commands but {@code serve}. */
@Command(
    name = "keyreel",
    description = "Turns video into segmentation ground truth.",
    mixinStandardHelpOptions = true,
    subcommands = {
      IngestCommand.class,
      ExportCommand.class,
      PropagateCommand.class,
      EvalCommand.class,
      GenerateCommand.class,
      ModelsCommand.class,
      CalibrateCommand.class,
      CalibratePromptsCommand.class,
      SamplesCommand.class,
      ShotsCommand.class
    })
@SuppressWarnings("NullAway.Init")
public final class KeyreelCommand implements Runnable {
  static final String SERVER_FOOTER =
      "%nSpeaks to the server at KEYREEL_URL (http://localhost:8080 where it is not set) with the"
          + " token in KEYREEL_TOKEN, which is made in the profile page.";

  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  KeyreelCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Runs a command line; the result is the process's exit status. */
  public static int run(String... args) {
    return commandLine(System.getenv()).execute(args);
  }

  /** The same with an environment and places for output of the caller's choice. */
  public static int run(
      Map<String, String> environment, PrintWriter out, PrintWriter err, String... args) {
    return commandLine(environment).setOut(out).setErr(err).execute(args);
  }

  static CommandLine commandLine(Map<String, String> environment) {
    return new CommandLine(new KeyreelCommand(environment))
        .setParameterExceptionHandler(KeyreelCommand::refuse)
        .setExecutionExceptionHandler((error, command, parsed) -> fail(error, command));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  Map<String, String> environment() {
    return environment;
  }

  private static int refuse(ParameterException error, String[] args) {
    PrintWriter err = error.getCommandLine().getErr();
    err.println("keyreel: " + oneLine(error));
    err.flush();
    return 2;
  }

  private static int fail(Exception error, CommandLine command) {
    tell(command.getErr(), error);
    return error instanceof WrongUse ? 2 : 1;
  }

  /** What went wrong, in one line. */
  static void tell(PrintWriter err, Exception error) {
    err.println("keyreel: " + oneLine(error));
    err.flush();
  }

  private static String oneLine(Exception error) {
    String message = error.getMessage() == null ? error.toString() : error.getMessage();
    boolean expected =
        error instanceof UserError
            || error instanceof WrongUse
            || error instanceof ParameterException;
    String text = expected ? message : "unexpected trouble: " + error;
    return text.replaceAll("\\s*\\R\\s*", " ");
  }
}
