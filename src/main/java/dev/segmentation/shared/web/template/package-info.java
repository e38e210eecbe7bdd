/**
 * The tools of templates: texts in both languages, formats of numbers and times, icons.
 */
@NullMarked
@NamedInterface("web-template")
package dev.segmentation.shared.web.template;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
