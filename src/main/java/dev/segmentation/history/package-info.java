/**
 * History: every addition to a segment and every removal. The database writes it, and the
 * application only reads it. This package has the filter and the partitions. The
 * sub-packages read acts, notes, lines, and the membership periods of one user.
 */
@NullMarked
package dev.segmentation.history;

import org.jspecify.annotations.NullMarked;
