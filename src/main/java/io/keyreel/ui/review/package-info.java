/** The queue of doubtful spans, where a look pays most first. */
@NullMarked
package io.keyreel.ui.review;

import org.jspecify.annotations.NullMarked;
