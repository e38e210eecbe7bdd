/**
 * The connections to the database. Subpackages have the embedded server, the migrations
 * and the replica.
 */
@NullMarked
@NamedInterface("database")
package dev.segmentation.config.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
