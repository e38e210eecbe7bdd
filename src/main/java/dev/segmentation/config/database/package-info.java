/**
 * The embedded database, and the migration of any database.
 */
@NullMarked
@NamedInterface("database")
package dev.segmentation.config.database;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
