/**
 * Model packs: folders with a {@code model.yaml} that says what is in them, who may use it, what it
 * was made from and how well it does. A pack is verified before an engine is offered from it.
 */
@NamedInterface("models")
@NullMarked
package io.keyreel.assist.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
