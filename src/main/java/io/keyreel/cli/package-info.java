/**
 * The command line. Offline commands run the engine on folders, the others speak REST with a
 * running server; errors are one line on standard error, progress goes there too. The exit status
 * is 0 when all went well, 1 when something failed, 2 when the command was given wrongly.
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
      "assist :: onnx",
      "assist :: segment"
    })
@NullMarked
package io.keyreel.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
