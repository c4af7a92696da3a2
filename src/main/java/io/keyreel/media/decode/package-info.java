/**
 * Reads bytes from outside with FFmpeg, in a child process that can harm nothing. The only place
 * that knows FFmpeg.
 */
@NullMarked
package io.keyreel.media.decode;

import org.jspecify.annotations.NullMarked;
