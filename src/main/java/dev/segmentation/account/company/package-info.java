/**
 * Accounts of people who sign in at their company's OpenID Connect provider.
 */
@NullMarked
@NamedInterface("account-company")
package dev.segmentation.account.company;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
