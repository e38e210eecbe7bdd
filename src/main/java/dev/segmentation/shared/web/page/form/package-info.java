/**
 * The values that forms and addresses send: texts, whole numbers, and values of a wrong
 * type.
 */
@NullMarked
package dev.segmentation.shared.web.page.form;

import org.jspecify.annotations.NullMarked;
