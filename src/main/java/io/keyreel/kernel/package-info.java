/**
 * What every room speaks: ids, frame ranges, progress, cancellation, the clock and errors meant for
 * people. Knows no framework.
 */
@NullMarked
package io.keyreel.kernel;

import org.jspecify.annotations.NullMarked;
