/** Everything that speaks to ONNX Runtime. */
@NamedInterface("onnx")
@NullMarked
package io.keyreel.assist.onnx;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
