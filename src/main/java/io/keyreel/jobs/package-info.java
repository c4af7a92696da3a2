/**
 * The durable queue and the word that goes round: work that survives any death of a worker, its
 * progress, and short messages from each node to all.
 */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package io.keyreel.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
