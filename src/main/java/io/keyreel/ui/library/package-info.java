/** The recordings of a project: upload, search, look. */
@NullMarked
package io.keyreel.ui.library;

import org.jspecify.annotations.NullMarked;
