/**
 * Snapshots of labels and the files made of them, in the formats that trainers read. An export is
 * read from one snapshot, streamed, and visible only when it is whole.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "geometry",
      "vision",
      "jobs",
      "access",
      "media",
      "media::storage",
      "labels",
      "workflow"
    })
@NullMarked
package io.keyreel.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
