package io.keyreel.assist.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.kernel.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCardTest {
  private static final String GOOD = PackFolder.card("small", "0".repeat(64), "[n, 2]");

  @Test
  void readsEverythingACardSays() {
    ModelCard card =
        ModelCard.parse(
            GOOD
                + """
                preprocessing: {scale: 480, mean: [0.1, 0.2]}
                metrics:
                  - {name: J, value: 0.75, data: some clips, protocol: every 20}
                """,
            "model.yaml");

    assertThat(card.name()).isEqualTo("small");
    assertThat(card.kind()).isEqualTo(ModelCard.Kind.REFINEMENT);
    assertThat(card.files()).containsKey("net");
    assertThat(card.networks().get("net").inputs().get("x"))
        .isEqualTo(new ModelCard.Tensor("float32", List.of("n", "2")));
    assertThat(card.networks().get("net").selfTest()).containsEntry("n", 3);
    assertThat(card.preprocessing()).containsEntry("mean", List.of(0.1, 0.2));
    assertThat(card.metrics())
        .containsExactly(new ModelCard.Metric("J", 0.75, "some clips", "every 20"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: small        | name: Small One | name must be",
        "kind: refinement   | kind: magic     | kind must be one of",
        "licence: CC0-1.0   | license: CC0    | license is not known",
        "path: net.onnx     | path: ../net    | files.net.path must name a file inside",
        "title: A small network | title:      | title is missing",
        "selfTest: {n: 3}   | selfTest: {}    | there is none for n",
        "type: float32      | type: float     | networks.net.inputs.x.type must be one of",
        "version: \"1\"     | version: [      | is no YAML",
      })
  void refusesWhatItCannotUseBySayingWhere(String good, String bad, String sentence) {
    assertThatThrownBy(() -> ModelCard.parse(GOOD.replace(good, bad), "model.yaml"))
        .isInstanceOf(UserError.Invalid.class)
        .hasMessageStartingWith("model.yaml")
        .hasMessageContaining(sentence);
  }
}
