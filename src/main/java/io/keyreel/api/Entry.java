package io.keyreel.api;

import io.keyreel.access.Action;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says for whom an entry point is. The services decide; this is what the tests hold them to, and an
 * entry point without it fails the build.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Entry {
  /** Kinds of entry points that are about no project. */
  enum For {
    /** Open to everybody, signed in or not. */
    ANYONE,
    /** About the person who asks, or answered with what is theirs. */
    SELF,
    /** About a thing that is one person's own; to everybody else it answers 404. */
    OWNER,
    /** For site admins. */
    SITE_ADMIN,
    /** About a project or a thing in one: {@link #action()} decides, foreign ids answer 404. */
    MEMBER
  }

  For value() default For.MEMBER;

  /** What the policy table is asked for, at entry points for members. */
  Action action() default Action.PROJECT_VIEW;
}
