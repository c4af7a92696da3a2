/**
 * The built-in engine: optical flow from both keyframes, chained and direct, fused by how well each
 * explains the picture. Needs no learnt weights, no accelerator and no framework.
 */
@NamedInterface("flow")
@NullMarked
package io.keyreel.assist.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
