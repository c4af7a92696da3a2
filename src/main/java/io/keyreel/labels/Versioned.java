package io.keyreel.labels;

import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;

/**
 * Puts and deletes what has an id and a version of its own: each write names the version it is made
 * upon, and versions go on rising over a deletion.
 *
 * @param what what people call it, at the start of a sentence
 */
record Versioned<T>(String what, Store<T> store, ChangeStore changes) {

  /** Where such things are kept; writes say whether the version was the one expected. */
  interface Store<T> {
    Optional<T> find(UUID labelSet, UUID id);

    boolean insert(UUID labelSet, T made);

    boolean update(T made, long base);

    boolean delete(T stood);

    long version(T stands);
  }

  Edit put(EditContext context, String subject, UUID id, long base, LongFunction<T> made) {
    UUID set = context.set().id();
    Optional<T> before = store.find(set, id);
    long version = base == 0 ? changes.lastVersion(set, subject) + 1 : base + 1;
    T after = made.apply(version);
    boolean written =
        base == 0 ? store.insert(set, after) : before.isPresent() && store.update(after, base);
    return written
        ? Edit.applied(subject, before.orElse(null), after, version)
        : Edit.conflict(subject, before.orElse(null), after, what);
  }

  Edit delete(EditContext context, String subject, UUID id, long base) {
    Optional<T> before = store.find(context.set().id(), id);
    boolean gone =
        before.filter(stood -> store.version(stood) == base).filter(store::delete).isPresent();
    return gone
        ? Edit.applied(subject, before.orElseThrow(), null, base + 1)
        : Edit.conflict(subject, before.orElse(null), null, what);
  }
}
