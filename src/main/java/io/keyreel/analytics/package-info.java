/**
 * How the work goes, in figures: active time, throughput, queues, what the machine saves, and what
 * the labels are like. Read models are counted from the change log, proposals, transitions and
 * activity, and can be counted anew at any time.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "geometry",
      "jobs",
      "access",
      "media",
      "labels",
      "workflow",
      "assist"
    })
@NullMarked
package io.keyreel.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
