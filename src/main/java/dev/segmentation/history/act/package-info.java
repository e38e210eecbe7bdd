/**
 * Acts: deliberate changes and sweeps, with what each did to segments and users.
 */
@NullMarked
@NamedInterface("history-act")
package dev.segmentation.history.act;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
