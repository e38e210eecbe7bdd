package dev.segmentation.segment.web;

import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentScoped;
import dev.segmentation.segment.SegmentService;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Loads the segment that a path names.
 *
 * @see SegmentScoped
 */
@ControllerAdvice(annotations = SegmentScoped.class)
class SegmentScope {

	private final SegmentService segments;

	SegmentScope(SegmentService segments) {
		this.segments = segments;
	}

	@ModelAttribute("segment")
	SegmentDetails segment(@PathVariable long id) {
		return this.segments.details(id);
	}

}
