/**
 * The command line. Offline commands run the engine on folders; errors are one line on standard
 * error, progress goes there too.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "geometry",
      "vision",
      "synth",
      "assist",
      "assist :: flow",
      "assist :: models",
      "assist :: onnx"
    })
@NullMarked
package io.keyreel.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
