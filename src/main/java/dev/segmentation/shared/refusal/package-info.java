/**
 * Why a request is refused. Each exception has one status and one message.
 */
@NullMarked
@NamedInterface("refusal")
package dev.segmentation.shared.refusal;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
