/**
 * The pages of passkeys and second factors.
 */
@NullMarked
package dev.segmentation.account.factor.web;

import org.jspecify.annotations.NullMarked;
