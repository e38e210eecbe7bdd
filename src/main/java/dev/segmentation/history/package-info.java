/**
 * History: every membership that began or ended. The database writes it; the application
 * only reads it. The filter and the partitions are here. The sub-packages read acts,
 * lines, and the membership periods of one user.
 */
@NullMarked
package dev.segmentation.history;

import org.jspecify.annotations.NullMarked;
