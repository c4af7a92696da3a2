/**
 * A project to look around in: people, generated recordings, labels at every stage. It enters
 * through the same services as everybody else.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "geometry",
      "vision",
      "synth",
      "jobs",
      "access",
      "media",
      "labels",
      "assist",
      "workflow"
    })
@NullMarked
package io.keyreel.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
