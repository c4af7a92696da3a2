package io.keyreel.assist.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.assist.FlowKind;
import io.keyreel.assist.Propagator;
import io.keyreel.assist.flow.FlowPropagator;
import io.keyreel.assist.onnx.OnnxCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryTest {
  @TempDir private Path folder;

  @Test
  void everyPackOfTheProgramIsSound() {
    assertThat(registry().all())
        .isNotEmpty()
        .allSatisfy(status -> {
          assertThat(status.origin()).isEqualTo(ModelStatus.Origin.BUILT_IN);
          assertThat(status.problem()).as(status.folder()).isNull();
        });
  }

  @Test
  void offersTheBuiltInEngineByName() {
    assertThat(registry().engines()).contains("flow");
    assertThat(registry().engine("flow")).containsInstanceOf(FlowPropagator.class);
    assertThat(registry().engine("nowhere")).isEmpty();
  }

  @Test
  void findsAPackThatIsAddedWhileItRuns() throws IOException {
    ModelRegistry registry = registry();
    assertThat(registry.find("small")).isEmpty();

    PackFolder.write(folder.resolve("small"));

    assertThat(registry.find("small")).isPresent();
    assertThat(registry.engines()).contains("small");
    Propagator engine = registry.engine("small").orElseThrow();
    assertThat(registry.engine("small")).containsSame(engine);
  }

  @Test
  void neverOffersAPackWhoseFileHasChanged() throws IOException {
    Path pack = PackFolder.write(folder.resolve("small"));
    ModelRegistry registry = registry();
    assertThat(registry.engines()).contains("small");

    Files.write(pack.resolve("net.onnx"), OnnxFile.of("Identity"));

    assertThat(registry.engines()).doesNotContain("small");
    assertThat(registry.engine("small")).isEmpty();
    assertThat(problem(registry, "small")).contains("net.onnx", "sha256");
  }

  @Test
  void neverOffersAPackWithOtherTensorsThanItsCardSays() throws IOException {
    PackFolder.write(folder.resolve("small"), "Relu", "[n, 3]");

    assertThat(problem(registry(), "small")).contains("output y", "[n, 3]", "2");
  }

  @Test
  void neverOffersANetworkThatGivesNoNumbers() throws IOException {
    PackFolder.write(folder.resolve("small"), "Log", "[n, 2]");

    assertThat(problem(registry(), "small")).contains("net.onnx", "when it is tried");
  }

  @Test
  void neverOffersWhatIsNoNetwork() throws IOException {
    Path pack = PackFolder.write(folder.resolve("small"));
    byte[] junk = "no network".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Files.write(pack.resolve("net.onnx"), junk);
    Files.writeString(
        pack.resolve(ModelCard.FILE_NAME),
        PackFolder.card("small", ModelPack.sha256(junk), "[n, 2]"));

    assertThat(problem(registry(), "small")).contains("net.onnx", "cannot be run");
  }

  @Test
  void letsNoAddedPackTakeTheNameOfABuiltInOne() throws IOException {
    PackFolder.write(folder.resolve("flow"));

    ModelRegistry registry = registry();

    assertThat(registry.engine("flow")).containsInstanceOf(FlowPropagator.class);
    assertThat(registry.all())
        .anySatisfy(status -> assertThat(status.problem()).contains("built-in"));
  }

  @Test
  void readsAFolderWithoutCardAsBroken() throws IOException {
    Files.createDirectories(folder.resolve("empty"));

    assertThat(problem(registry(), "empty")).contains("models/empty/model.yaml");
  }

  @Test
  void sealingAPackMakesItSoundAgainAndChangesNothingElse() throws IOException {
    Path pack = PackFolder.write(folder.resolve("small"));
    String card = Files.readString(pack.resolve(ModelCard.FILE_NAME));
    byte[] network = OnnxFile.of("Identity");
    Files.write(pack.resolve("net.onnx"), network);

    PackSeal.seal(pack);

    assertThat(registry().find("small")).isPresent();
    assertThat(Files.readString(pack.resolve(ModelCard.FILE_NAME)))
        .isEqualTo(card.replace(ModelPack.sha256(OnnxFile.of("Relu")), ModelPack.sha256(network)));
  }

  private static String problem(ModelRegistry registry, String name) {
    return registry.all().stream()
        .filter(status -> status.folder().equals(name))
        .map(status -> String.valueOf(status.problem()))
        .findFirst()
        .orElseThrow();
  }

  private ModelRegistry registry() {
    return new ModelRegistry(List.of(new FlowKind(), new AnyRefinement()), new OnnxCheck(), folder);
  }

  private static final class AnyRefinement implements EngineKind {
    @Override
    public ModelCard.Kind kind() {
      return ModelCard.Kind.REFINEMENT;
    }

    @Override
    public Propagator engine(ModelPack pack) {
      return new FlowPropagator(1);
    }
  }
}
