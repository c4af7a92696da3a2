/**
 * Postgres and an S3 endpoint for a machine that has neither: durable, on 127.0.0.1, started before
 * the application and reached by it through the same clients as any other server.
 */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package io.keyreel.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
