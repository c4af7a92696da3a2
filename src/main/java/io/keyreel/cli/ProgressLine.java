package io.keyreel.cli;

import io.keyreel.kernel.Progress;
import java.io.PrintWriter;

/** Progress on standard error: a bar on a terminal, else a line every tenth of the way. */
final class ProgressLine implements Progress, AutoCloseable {
  private static final int WIDTH = 32;

  private final PrintWriter out;
  private final boolean terminal;
  private int shown = -1;

  ProgressLine(PrintWriter out) {
    this(out, System.console() != null && System.console().isTerminal());
  }

  ProgressLine(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public synchronized void report(double fraction, String message) {
    int percent = (int) Math.floor(100 * Math.clamp(fraction, 0, 1));
    int stage = terminal ? percent : percent / 10 * 10;
    if (stage <= shown) {
      return;
    }
    shown = stage;
    if (terminal) {
      int filled = WIDTH * percent / 100;
      out.printf(
          "\r[%s%s] %3d %%  %-24s",
          "#".repeat(filled), " ".repeat(WIDTH - filled), percent, message);
      if (percent == 100) {
        out.println();
      }
    } else {
      out.printf("%d %% %s%n", stage, message);
    }
    out.flush();
  }

  /** Ends a bar that did not come to its end, so that what follows has a line of its own. */
  @Override
  public synchronized void close() {
    if (terminal && shown >= 0 && shown < 100) {
      out.println();
      out.flush();
    }
  }
}
