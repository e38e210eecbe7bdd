/**
 * The disks on which the program writes.
 */
@NullMarked
package dev.segmentation.config.disk;

import org.jspecify.annotations.NullMarked;
