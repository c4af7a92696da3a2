/**
 * What people who work on the same thing see of each other while it happens: committed changes in
 * their order without gap or double, who is where, and how far machines have come.
 */
@ApplicationModule(allowedDependencies = {"kernel", "access", "jobs", "labels", "workflow"})
@NullMarked
package io.keyreel.collab;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
