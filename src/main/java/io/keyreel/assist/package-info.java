/**
 * Help from machines: engines that carry masks from keyframe to keyframe with a confidence for each
 * frame, and the runs that use them.
 */
@ApplicationModule(
    allowedDependencies = {"kernel", "geometry", "vision", "jobs", "access", "media", "labels"})
@NullMarked
package io.keyreel.assist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
