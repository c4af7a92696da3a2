/** The screens: thin views over the rooms' services, one sub-package a screen. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "geometry",
      "vision",
      "jobs",
      "access",
      "media",
      "labels",
      "workflow",
      "assist",
      "collab",
      "exchange",
      "demo",
      "analytics"
    })
package io.keyreel.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
