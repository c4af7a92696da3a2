/**
 * The built-in engine: optical flow from both keyframes, chained and direct, fused by how well each
 * explains the picture. A small net that learnt from generated clips alone then corrects what was
 * found; without it the engine works all the same.
 */
@NamedInterface("flow")
@NullMarked
package io.keyreel.assist.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
