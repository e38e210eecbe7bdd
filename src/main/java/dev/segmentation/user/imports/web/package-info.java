/**
 * The pages of imports.
 */
@NullMarked
package dev.segmentation.user.imports.web;

import org.jspecify.annotations.NullMarked;
