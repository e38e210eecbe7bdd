/**
 * Backups of the embedded database: {@code Backup} takes one while the server runs, and
 * {@code Restore} checks it and copies it back.
 */
@NullMarked
@NamedInterface("database-backup")
package dev.segmentation.config.database.backup;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
