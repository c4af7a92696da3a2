/**
 * How work moves: stages, tasks and their transitions, who may edit what, the review queue, notes
 * and notifications.
 */
@ApplicationModule(
    allowedDependencies = {"kernel", "geometry", "jobs", "access", "media", "labels"})
@NullMarked
package io.keyreel.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
