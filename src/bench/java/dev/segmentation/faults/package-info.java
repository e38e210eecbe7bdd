/**
 * Breaks processes, connections and disks while clients write, and checks the data.
 */
@NullMarked
package dev.segmentation.faults;

import org.jspecify.annotations.NullMarked;
