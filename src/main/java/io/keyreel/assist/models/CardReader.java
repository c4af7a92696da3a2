package io.keyreel.assist.models;

import io.keyreel.assist.models.ModelCard.Data;
import io.keyreel.assist.models.ModelCard.Kind;
import io.keyreel.assist.models.ModelCard.Metric;
import io.keyreel.assist.models.ModelCard.Network;
import io.keyreel.assist.models.ModelCard.PackFile;
import io.keyreel.assist.models.ModelCard.Tensor;
import io.keyreel.kernel.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code model.yaml}, strictly: what it does not know it refuses by name. */
final class CardReader {
  private static final Set<String> TYPES =
      Set.of("float32", "float16", "float64", "uint8", "int8", "int32", "int64", "bool");

  private final String where;

  CardReader(String where) {
    this.where = where;
  }

  ModelCard read(String text) {
    Object root;
    try {
      root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    } catch (YAMLException e) {
      throw refusal("is no YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    CardPart card = new CardPart(where, "", root);
    card.only(
        "name",
        "version",
        "title",
        "kind",
        "licence",
        "data",
        "recipe",
        "files",
        "networks",
        "preprocessing",
        "metrics");
    ModelCard result =
        new ModelCard(
            name(card),
            card.text("version"),
            card.text("title"),
            kind(card),
            card.text("licence"),
            card.list("data").stream().map(CardReader::data).toList(),
            card.optionalText("recipe"),
            card.map("files", CardReader::file),
            card.map("networks", CardReader::network),
            card.scalars("preprocessing"),
            card.list("metrics").stream().map(CardReader::metric).toList());
    check(result);
    return result;
  }

  private static String name(CardPart card) {
    String name = card.text("name");
    if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw card.refusal("name", "must be 1 to 40 small letters, digits and dashes");
    }
    return name;
  }

  private static Kind kind(CardPart card) {
    String kind = card.text("kind");
    return Arrays.stream(Kind.values())
        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(kind))
        .findFirst()
        .orElseThrow(() -> card.refusal("kind", "must be one of flow, refinement and memory"));
  }

  private static Data data(CardPart part) {
    part.only("name", "licence", "madeBy");
    return new Data(part.text("name"), part.text("licence"), part.optionalText("madeBy"));
  }

  private static PackFile file(CardPart part) {
    part.only("path", "sha256");
    String path = part.text("path");
    if (!path.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")) {
      throw part.refusal("path", "must name a file inside the pack");
    }
    String sum = part.text("sha256");
    if (!sum.matches("[0-9a-f]{64}")) {
      throw part.refusal("sha256", "must have 64 hexadecimal digits, in quotes");
    }
    return new PackFile(path, sum);
  }

  private static Network network(CardPart part) {
    part.only("inputs", "outputs", "selfTest");
    return new Network(
        part.map("inputs", CardReader::tensor),
        part.map("outputs", CardReader::tensor),
        part.sizes("selfTest"));
  }

  private static Tensor tensor(CardPart part) {
    part.only("type", "shape");
    String type = part.text("type");
    if (!TYPES.contains(type)) {
      throw part.refusal("type", "must be one of " + TYPES.stream().sorted().toList());
    }
    List<String> shape = part.texts("shape");
    if (!shape.stream().allMatch(size -> size.matches("[1-9][0-9]{0,8}|[a-z][a-zA-Z0-9_]*"))) {
      throw part.refusal("shape", "must list sizes, or names of those that are free");
    }
    return new Tensor(type, shape);
  }

  private static Metric metric(CardPart part) {
    part.only("name", "value", "data", "protocol");
    return new Metric(
        part.text("name"), part.number("value"), part.text("data"), part.optionalText("protocol"));
  }

  private void check(ModelCard card) {
    if (card.files().isEmpty()) {
      throw refusal("lists no files under files");
    }
    for (Map.Entry<String, Network> entry : card.networks().entrySet()) {
      PackFile file = card.files().get(entry.getKey());
      if (file == null || !file.path().endsWith(".onnx")) {
        throw refusal(
            "describes the network " + entry.getKey() + ", which is no .onnx of its files");
      }
      freeSizeWithoutTest(entry.getValue(), entry.getKey());
    }
    card.files()
        .forEach((role, file) -> {
          if (file.path().endsWith(".onnx") && !card.networks().containsKey(role)) {
            throw refusal("does not describe the tensors of " + role + " under networks");
          }
        });
  }

  private void freeSizeWithoutTest(Network network, String role) {
    @Nullable String missing =
        network.inputs().values().stream()
            .flatMap(tensor -> tensor.shape().stream())
            .filter(size -> !Character.isDigit(size.charAt(0)))
            .filter(size -> !network.selfTest().containsKey(size))
            .findFirst()
            .orElse(null);
    if (missing != null || network.inputs().isEmpty() || network.outputs().isEmpty()) {
      throw refusal(
          "networks."
              + role
              + " needs inputs, outputs and a selfTest with every free size"
              + (missing == null ? "" : "; there is none for " + missing));
    }
  }

  private UserError.Invalid refusal(String what) {
    return new UserError.Invalid("%s %s.".formatted(where, what));
  }
}
