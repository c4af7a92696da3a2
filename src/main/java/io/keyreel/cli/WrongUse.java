package io.keyreel.cli;

/** The command was given wrongly: exit status 2 and one sentence. */
final class WrongUse extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongUse(String sentence) {
    super(sentence);
  }
}
