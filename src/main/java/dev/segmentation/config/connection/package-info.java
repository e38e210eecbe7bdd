/**
 * Connections of clients: how many there may be, how slow they may be, and when they are
 * closed.
 */
@NullMarked
package dev.segmentation.config.connection;

import org.jspecify.annotations.NullMarked;
