/**
 * What a person may change of the own account.
 */
@NullMarked
package dev.segmentation.account.profile;

import org.jspecify.annotations.NullMarked;
