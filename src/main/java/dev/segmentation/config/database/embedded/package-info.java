/**
 * The embedded PostgreSQL: its data folder, its programs and its server.
 */
@NullMarked
@NamedInterface("database-embedded")
package dev.segmentation.config.database.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
