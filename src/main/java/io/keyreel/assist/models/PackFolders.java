package io.keyreel.assist.models;

import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** Brings packs into a data folder, whole and verified or not at all. */
public final class PackFolders {
  private PackFolders() {}

  /**
   * Copies the card and the files that it names. What arrived is verified before it gets its name.
   *
   * @param models the folder of added packs; made where it is missing
   */
  public static ModelCard add(Path pack, Path models, NetworkCheck networks) {
    ModelCard card = ModelPack.open(pack).card();
    Path target = models.resolve(card.name());
    check(card, target);
    Path part = models.resolve(".%s.%s".formatted(card.name(), UUID.randomUUID()));
    try {
      Files.createDirectories(part);
      Files.copy(pack.resolve(ModelCard.FILE_NAME), part.resolve(ModelCard.FILE_NAME));
      for (ModelCard.PackFile file : card.files().values()) {
        copy(pack, part, file, card);
      }
      ModelPack.open(part).verify(networks);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      return card;
    } catch (IOException e) {
      throw new UserError.Invalid(
          "The model pack %s cannot be copied to %s: %s."
              .formatted(card.name(), target, e.getMessage()),
          e);
    } finally {
      remove(part);
    }
  }

  private static void check(ModelCard card, Path target) {
    if (Files.exists(target)) {
      throw new UserError.Invalid(
          "There is a model pack %s already; remove %s first, or give yours another name."
              .formatted(card.name(), target));
    }
    boolean builtIn =
        new ClassPathResource("models/%s/%s".formatted(card.name(), ModelCard.FILE_NAME)).exists();
    if (builtIn || card.kind() == ModelCard.Kind.FLOW) {
      throw new UserError.Invalid(
          "The model pack %s would take the place of the built-in one; give yours another name and kind."
              .formatted(card.name()));
    }
  }

  private static void copy(Path pack, Path part, ModelCard.PackFile file, ModelCard card)
      throws IOException {
    Path from = pack.resolve(file.path());
    if (!Files.isRegularFile(from)) {
      throw new UserError.Invalid(
          "The model pack %s lacks its file %s; get the pack again."
              .formatted(card.name(), file.path()));
    }
    Path to = part.resolve(file.path());
    Path folder = to.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.copy(from, to);
  }

  private static void remove(Path part) {
    if (!Files.exists(part)) {
      return;
    }
    try (Stream<Path> files = Files.walk(part)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
