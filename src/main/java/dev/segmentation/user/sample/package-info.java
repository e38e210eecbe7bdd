/**
 * Sample users, with which somebody tries the application before importing real ones.
 */
@NamedInterface("sample")
@NullMarked
package dev.segmentation.user.sample;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
