/**
 * Pixels by OpenCV: image files, scaling, optical flow, shot detection. The only room that knows
 * OpenCV; every call runs on one thread, so that results do not depend on the machine.
 */
@ApplicationModule(allowedDependencies = {"kernel", "geometry"})
@NullMarked
package io.keyreel.vision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
