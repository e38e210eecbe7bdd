/**
 * A Google Drive of our own, for tests and for trying things out: as strict as Google's,
 * and made to fail when asked.
 */
@NullMarked
package dev.segmentation.support.drive;

import org.jspecify.annotations.NullMarked;
