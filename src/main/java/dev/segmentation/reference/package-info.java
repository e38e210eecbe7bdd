/**
 * Carries the database of the reference service (zenorachi/dynamic-user-segmentation)
 * over into an empty database of this program. Its rows are copied to temporary tables,
 * checked there, and written by a few large statements in the same transaction.
 */
@NullMarked
package dev.segmentation.reference;

import org.jspecify.annotations.NullMarked;
