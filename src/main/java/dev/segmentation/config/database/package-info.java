/**
 * The database that needs no set-up.
 */
@NullMarked
package dev.segmentation.config.database;

import org.jspecify.annotations.NullMarked;
