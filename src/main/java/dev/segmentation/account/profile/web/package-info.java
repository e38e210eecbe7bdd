/**
 * The pages of the own account: profile, password and sessions.
 */
@NullMarked
package dev.segmentation.account.profile.web;

import org.jspecify.annotations.NullMarked;
