package io.keyreel.assist.models;

import io.keyreel.assist.Propagator;
import io.keyreel.assist.models.ModelStatus.Origin;
import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The model packs of the program and of a data folder. Looks at the folder each time it is asked,
 * so that a pack added meanwhile is found, and verifies again only what has changed.
 */
public final class ModelRegistry {
  /** By fingerprint, for the whole process: trying a network takes a while. */
  private static final Map<String, Optional<String>> VERIFIED = new ConcurrentHashMap<>();

  private static final String SHIPPED = "classpath*:models/*/" + ModelCard.FILE_NAME;

  private final List<EngineKind> kinds;
  private final NetworkCheck networks;
  private final @Nullable Path folder;
  private final Map<String, Made> made = new HashMap<>();

  private record Made(String fingerprint, Propagator engine) {}

  private record Found(ModelStatus status, @Nullable ModelPack pack) {}

  /**
   * @param folder of added packs, one folder each; may be missing
   */
  public ModelRegistry(List<EngineKind> kinds, NetworkCheck networks, @Nullable Path folder) {
    this.kinds = List.copyOf(kinds);
    this.networks = networks;
    this.folder = folder;
  }

  /** All packs, by name; those of the program first. */
  public List<ModelStatus> all() {
    return scan(name -> true).stream().map(Found::status).toList();
  }

  /** A sound pack. */
  public Optional<ModelPack> find(String name) {
    return scan(name::equals).stream()
        .filter(found -> found.status.sound() && found.pack != null)
        .map(Found::pack)
        .findFirst();
  }

  /** The names under which engines can be had. */
  public List<String> engines() {
    return scan(name -> true).stream()
        .filter(found -> found.status.sound() && found.pack != null)
        .map(found -> found.pack.card())
        .filter(card -> kind(card).isPresent())
        .map(ModelCard::name)
        .toList();
  }

  /** The engine of a pack; the same one until the pack changes. */
  public synchronized Optional<Propagator> engine(String name) {
    return find(name)
        .flatMap(pack ->
            kind(pack.card())
                .map(kind -> {
                  String fingerprint = pack.fingerprint();
                  Made last = made.get(name);
                  if (last == null || !last.fingerprint.equals(fingerprint)) {
                    last = new Made(fingerprint, kind.engine(pack));
                    made.put(name, last);
                  }
                  return last.engine;
                }));
  }

  private Optional<EngineKind> kind(ModelCard card) {
    return kinds.stream().filter(kind -> kind.kind() == card.kind()).findFirst();
  }

  private synchronized List<Found> scan(Predicate<String> wanted) {
    Map<String, Found> result = new LinkedHashMap<>();
    for (Resource card : shipped()) {
      if (wanted.test(folderOf(card))) {
        Found found = look(card, Origin.BUILT_IN, folderOf(card));
        result.put(found.status.folder(), found);
      }
    }
    for (Path added : added()) {
      String name = String.valueOf(added.getFileName());
      if (!wanted.test(name)) {
        continue;
      }
      Resource card = new FileSystemResource(added.resolve(ModelCard.FILE_NAME));
      Found found = look(card, Origin.ADDED, name);
      result.merge(name, found, (first, second) -> first);
      if (result.get(name) != found) {
        result.put(
            name + " (added)",
            refused(found, "%s is the name of a built-in pack; rename the added one.", name));
      }
    }
    return List.copyOf(result.values());
  }

  private static Found refused(Found found, String sentence, String name) {
    return new Found(
        new ModelStatus(name, Origin.ADDED, found.status.card(), sentence.formatted(name)), null);
  }

  private Found look(Resource cardFile, Origin origin, String name) {
    try {
      ModelPack pack =
          ModelPack.open(cardFile, "models/%s/%s".formatted(name, ModelCard.FILE_NAME));
      String problem = problem(pack, origin, name);
      return new Found(new ModelStatus(name, origin, pack.card(), problem), pack);
    } catch (UserError e) {
      return new Found(new ModelStatus(name, origin, null, e.getMessage()), null);
    }
  }

  private @Nullable String problem(ModelPack pack, Origin origin, String folderName) {
    ModelCard card = pack.card();
    if (!card.name().equals(folderName)) {
      return "The folder models/%s holds a pack named %s; give both one name."
          .formatted(folderName, card.name());
    }
    if (origin == Origin.ADDED && card.kind() == ModelCard.Kind.FLOW) {
      return "The model pack %s is of kind flow, which only the built-in engine is."
          .formatted(folderName);
    }
    return VERIFIED
        .computeIfAbsent(pack.fingerprint(), changed -> Optional.ofNullable(verify(pack)))
        .orElse(null);
  }

  private @Nullable String verify(ModelPack pack) {
    try {
      pack.verify(networks);
      return null;
    } catch (UserError e) {
      return e.getMessage();
    }
  }

  private static List<Resource> shipped() {
    try {
      return Stream.of(new PathMatchingResourcePatternResolver().getResources(SHIPPED))
          .sorted((a, b) -> folderOf(a).compareTo(folderOf(b)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String folderOf(Resource card) {
    try {
      String[] parts = card.getURL().getPath().split("/");
      return parts[parts.length - 2];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> added() {
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return new ArrayList<>(
          folders
              .filter(Files::isDirectory)
              .filter(one -> !String.valueOf(one.getFileName()).startsWith("."))
              .sorted()
              .toList());
    } catch (IOException e) {
      throw new UserError.Unavailable("The folder %s cannot be read.".formatted(folder), e);
    }
  }
}
