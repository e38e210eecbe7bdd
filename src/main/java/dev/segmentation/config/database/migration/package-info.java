/**
 * The migrations of a database, at a start and by commands.
 */
@NullMarked
@NamedInterface("database-migration")
package dev.segmentation.config.database.migration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
