/** How the work goes, in charts and tables. */
@NullMarked
package io.keyreel.ui.analytics;

import org.jspecify.annotations.NullMarked;
