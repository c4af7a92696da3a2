package io.keyreel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.assist.models.PackFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelsCommandTest {
  @TempDir private Path temp;

  private record Outcome(int status, String out, String err) {}

  @Test
  void listsTheBuiltInEngine() {
    Outcome outcome = run("list");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .containsPattern("flow +flow +built in +Apache-2.0 +offered as an engine");
  }

  @Test
  void addsASoundPackOnce() throws IOException {
    Path pack = PackFolder.write(temp.resolve("download/small"));

    Outcome outcome = run("add", pack.toString());

    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(temp.resolve("data/models/small")).isDirectoryContaining("glob:**net.onnx");
    assertThat(run("list").out()).containsPattern("small +refinement +added +CC0-1.0 +sound");
    assertThat(run("verify").status()).isZero();
    refused(run("add", pack.toString()), "already");
  }

  @Test
  void addsNothingOfABrokenPack() throws IOException {
    Path pack = PackFolder.write(temp.resolve("small"));
    Files.writeString(pack.resolve("net.onnx"), "other bytes");

    refused(run("add", pack.toString()), "sha256");
    refused(run("verify", pack.toString()), "sha256");
    Files.delete(pack.resolve("net.onnx"));
    refused(run("add", pack.toString()), "lacks its file net.onnx");

    try (Stream<Path> left = Files.list(temp.resolve("data/models"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void addsNothingInPlaceOfTheBuiltIn() throws IOException {
    refused(run("add", PackFolder.write(temp.resolve("flow")).toString()), "built-in");
  }

  @Test
  void saysWhenAPackHasBrokenSinceItWasAdded() throws IOException {
    run("add", PackFolder.write(temp.resolve("small")).toString());
    Files.writeString(temp.resolve("data/models/small/net.onnx"), "rust");

    refused(run("verify", "small"), "sha256");

    assertThat(run("list").out()).contains("broken: ");
  }

  @Test
  void saysWhatItCannotFind() {
    refused(run("verify", "nothing"), "no model pack nothing");
    refused(run("add", temp.resolve("nothing").toString()), "model.yaml");
    assertThat(run().status()).isEqualTo(2);
  }

  private Outcome run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        KeyreelCommand.commandLine(Map.of("KEYREEL_DATA", temp.resolve("data").toString()));
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    int status =
        command.execute(Stream.concat(Stream.of("models"), Stream.of(args)).toArray(String[]::new));
    return new Outcome(status, out.toString(), err.toString());
  }

  private static void refused(Outcome outcome, String sentence) {
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err().strip().lines()).hasSize(1).first().asString().contains(sentence);
  }
}
