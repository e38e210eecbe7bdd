/**
 * The state of the database and its disk as features see it, and times in SQL.
 */
@NullMarked
@NamedInterface("database")
package dev.segmentation.shared.database;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
