/**
 * Acts: deliberate changes and sweeps of expired memberships, with their changes of
 * segments and users.
 */
@NullMarked
@NamedInterface("history-act")
package dev.segmentation.history.act;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
