/**
 * Moves the content of the embedded database to a PostgreSQL server.
 */
@NullMarked
@NamedInterface("database-export")
package dev.segmentation.config.database.export;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
