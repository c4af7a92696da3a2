/**
 * The repository of videos: upload, ingest, frame index, frame packs, shots. Everything else reads
 * the frames that were decoded here, once.
 */
@ApplicationModule(allowedDependencies = {"kernel", "vision", "jobs", "access"})
@NullMarked
package io.keyreel.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
