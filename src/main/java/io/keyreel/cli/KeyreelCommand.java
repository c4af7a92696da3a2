package io.keyreel.cli;

import io.keyreel.kernel.UserError;
import java.io.PrintWriter;
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
      PropagateCommand.class,
      EvalCommand.class,
      GenerateCommand.class,
      CalibrateCommand.class
    })
@SuppressWarnings("NullAway.Init")
public final class KeyreelCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Runs a command line; the result is the process's exit status. */
  public static int run(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    return new CommandLine(new KeyreelCommand())
        .setParameterExceptionHandler(KeyreelCommand::refuse)
        .setExecutionExceptionHandler((error, command, parsed) -> fail(error, command));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int refuse(ParameterException error, String[] args) {
    PrintWriter err = error.getCommandLine().getErr();
    err.println("keyreel: " + oneLine(error));
    err.flush();
    return 2;
  }

  private static int fail(Exception error, CommandLine command) {
    command.getErr().println("keyreel: " + oneLine(error));
    command.getErr().flush();
    return 1;
  }

  private static String oneLine(Exception error) {
    String message = error.getMessage() == null ? error.toString() : error.getMessage();
    boolean expected = error instanceof UserError || error instanceof ParameterException;
    String text = expected ? message : "unexpected trouble: " + error;
    return text.replaceAll("\\s*\\R\\s*", " ");
  }
}
