package io.keyreel.assist.models;

import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** A folder with a card, in the program or on disk. */
public final class ModelPack {
  private final ModelCard card;
  private final Resource cardFile;

  private ModelPack(ModelCard card, Resource cardFile) {
    this.card = card;
    this.cardFile = cardFile;
  }

  /** Reads the card only. */
  static ModelPack open(Resource cardFile, String where) {
    try {
      return new ModelPack(
          ModelCard.parse(cardFile.getContentAsString(StandardCharsets.UTF_8), where), cardFile);
    } catch (IOException e) {
      throw new UserError.Invalid("%s cannot be read.".formatted(where), e);
    }
  }

  /** Reads the card in a folder. */
  public static ModelPack open(Path folder) {
    Path file = folder.resolve(ModelCard.FILE_NAME);
    if (!file.toFile().isFile()) {
      throw new UserError.Invalid(
          "%s has no %s; a model pack is a folder with one."
              .formatted(folder, ModelCard.FILE_NAME));
    }
    return open(new FileSystemResource(file), file.toString());
  }

  public ModelCard card() {
    return card;
  }

  /** The content of a file by the part it plays. */
  public byte[] read(String role) {
    ModelCard.PackFile file = card.files().get(role);
    if (file == null) {
      throw new UserError.Invalid(
          "The model pack %s has no file for \"%s\".".formatted(card.name(), role));
    }
    try {
      return cardFile.createRelative(file.path()).getContentAsByteArray();
    } catch (IOException e) {
      throw new UserError.Invalid(
          "The model pack %s lacks its file %s; get the pack again."
              .formatted(card.name(), file.path()),
          e);
    }
  }

  /**
   * Compares every file with the card and tries every network.
   *
   * @throws UserError.Invalid with the first thing that is wrong
   */
  public void verify(NetworkCheck networks) {
    for (Map.Entry<String, ModelCard.PackFile> entry : card.files().entrySet()) {
      byte[] content = read(entry.getKey());
      ModelCard.PackFile file = entry.getValue();
      if (!sha256(content).equals(file.sha256())) {
        throw new UserError.Invalid(
            "The file %s of the model pack %s is not the one that its card names (other sha256); get the pack again."
                .formatted(file.path(), card.name()));
      }
      ModelCard.Network network = card.networks().get(entry.getKey());
      if (network != null) {
        networks.check(
            "%s of the model pack %s".formatted(file.path(), card.name()), content, network);
      }
    }
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Changes when any file of the pack does; tells whether it has to be verified again. */
  String fingerprint() {
    try {
      StringBuilder text = new StringBuilder();
      append(text, cardFile);
      for (ModelCard.PackFile file : card.files().values()) {
        append(text, cardFile.createRelative(file.path()));
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(StringBuilder text, Resource file) throws IOException {
    if (file.exists()) {
      text.append(file.getDescription())
          .append(file.contentLength())
          .append('@')
          .append(file.lastModified())
          .append('\n');
    }
  }
}
