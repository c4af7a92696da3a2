/**
 * Who may do what: people, projects and membership, sign-in and tokens, the one policy table, and
 * the audit record.
 */
@ApplicationModule(allowedDependencies = {"kernel", "jobs"})
@NullMarked
package io.keyreel.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
