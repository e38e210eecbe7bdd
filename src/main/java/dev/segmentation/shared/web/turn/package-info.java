/**
 * Turns: how many requests are worked on at once.
 */
@NullMarked
@NamedInterface("web-turn")
package dev.segmentation.shared.web.turn;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
