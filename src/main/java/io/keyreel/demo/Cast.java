package io.keyreel.demo;

import io.keyreel.access.User;

/** The people of the demo, one a role. */
record Cast(User admin, User lead, User reviewer, User labeler) {}
