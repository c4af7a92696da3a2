/** What every screen shares: navigation, live updates, formats, notices and small components. */
@NullMarked
package io.keyreel.ui.base;

import org.jspecify.annotations.NullMarked;
