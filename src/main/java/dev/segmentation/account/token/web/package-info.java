/**
 * The pages of API tokens.
 */
@NullMarked
package dev.segmentation.account.token.web;

import org.jspecify.annotations.NullMarked;
