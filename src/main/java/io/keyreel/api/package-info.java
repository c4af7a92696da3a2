/**
 * REST and live events under {@code /api/v1}: thin controllers over the rooms' services, which
 * decide; one advice that turns refusals into answers.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "geometry",
      "vision",
      "jobs",
      "access",
      "media",
      "media :: storage",
      "labels",
      "workflow",
      "assist",
      "collab",
      "exchange",
      "analytics"
    })
@NullMarked
package io.keyreel.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
