/**
 * Generated clips with exact truth, every pixel procedural: for the demo, for tests, and to fit the
 * engine's confidence. The same seed gives the same clip.
 */
@ApplicationModule(allowedDependencies = {"kernel", "geometry", "vision"})
@NullMarked
package io.keyreel.synth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
