package io.keyreel;

import io.keyreel.cli.KeyreelCommand;
import java.util.Arrays;
import picocli.CommandLine;

/** The one entry: {@code serve} starts the server, all else is a command. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // Else JavaCPP prints past our log that its wrappers of OpenBLAS are a version behind.
    System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
    if (args.length > 0 && args[0].equals("serve")) {
      int status = new CommandLine(new Serve()).execute(Arrays.copyOfRange(args, 1, args.length));
      if (status != 0) {
        System.exit(status);
      }
      return;
    }
    System.exit(KeyreelCommand.run(args));
  }
}
