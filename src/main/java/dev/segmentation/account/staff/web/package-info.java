/**
 * The pages of accounts, for administrators.
 */
@NullMarked
package dev.segmentation.account.staff.web;

import org.jspecify.annotations.NullMarked;
