/**
 * Whose labels these are and how they came about: ontologies, label sets, tracks, keyframes, track
 * states, acceptances and machine proposals, the changes that led to them, and what has been looked
 * at. Edits are serial per label set; a machine writes only under a fence.
 */
@ApplicationModule(allowedDependencies = {"kernel", "geometry", "jobs", "access", "media"})
@NullMarked
package io.keyreel.labels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
