/**
 * Checks of settings, and one sentence for each invalid one.
 */
@NullMarked
@NamedInterface("startup-setting")
package dev.segmentation.config.startup.setting;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
