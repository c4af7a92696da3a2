/**
 * Masks as packed bits, shapes, their runs and rasters, interpolation, and the measures J and F.
 * Stands on the JDK alone.
 *
 * <p>Coordinates are pixels of the full-resolution frame, origin top-left, pixel centres at +0.5:
 * pixel (i, j) covers [i, i+1) × [j, j+1).
 */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package io.keyreel.geometry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
