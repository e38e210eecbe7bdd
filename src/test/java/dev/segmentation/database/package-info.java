/**
 * Tests of the database alone: its migrations, triggers and functions, and races between
 * connections.
 */
@NullMarked
package dev.segmentation.database;

import org.jspecify.annotations.NullMarked;
