/**
 * The accounts as administrators see and change them.
 */
@NullMarked
package dev.segmentation.account.staff;

import org.jspecify.annotations.NullMarked;
