/**
 * Mails to people.
 */
@NullMarked
@NamedInterface("mail")
package dev.segmentation.shared.mail;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
