/** Big bytes in an S3-compatible store. The only place that knows the S3 client. */
@NamedInterface("storage")
@NullMarked
package io.keyreel.media.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
