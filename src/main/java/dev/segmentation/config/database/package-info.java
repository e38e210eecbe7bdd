/**
 * The embedded database, and the migration of any database.
 */
@NullMarked
package dev.segmentation.config.database;

import org.jspecify.annotations.NullMarked;
