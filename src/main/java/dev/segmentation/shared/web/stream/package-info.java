/**
 * Sends answers of any size to slow clients without keeping a connection to the database.
 */
@NullMarked
@NamedInterface("web-stream")
package dev.segmentation.shared.web.stream;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
