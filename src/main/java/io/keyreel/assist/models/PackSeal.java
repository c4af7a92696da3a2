package io.keyreel.assist.models;

import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes the sums of a pack's files into its card, for those who make packs. */
public final class PackSeal {
  private PackSeal() {}

  /** The card changes in nothing but the sums, and only where a file has another one. */
  public static void seal(Path folder) {
    Path file = folder.resolve(ModelCard.FILE_NAME);
    ModelPack pack = ModelPack.open(folder);
    try {
      String text = Files.readString(file);
      for (var entry : pack.card().files().entrySet()) {
        String sum = ModelPack.sha256(pack.read(entry.getKey()));
        text = text.replace(entry.getValue().sha256(), sum);
      }
      Path part = file.resolveSibling(ModelCard.FILE_NAME + ".part");
      Files.writeString(part, text, StandardCharsets.UTF_8);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UserError.Invalid("%s cannot be written.".formatted(file), e);
    }
  }
}
