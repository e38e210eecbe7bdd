package dev.segmentation.segment.web;

import java.util.List;

import dev.segmentation.segment.SegmentDay;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.web.page.PageController;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A segment's size over time.
 */
@PageController
class SegmentSizePageController {

	private static final List<Integer> RANGES = List.of(30, 90, 365);

	private final SegmentService segments;

	SegmentSizePageController(SegmentService segments) {
		this.segments = segments;
	}

	@GetMapping("/segments/{id:[0-9]{1,18}}/size")
	String size(@PathVariable long id, @RequestParam(defaultValue = "30") String days, Model model) {
		int range = RANGES.stream().filter((one) -> one.toString().equals(days)).findFirst().orElse(RANGES.getFirst());
		List<SegmentDay> line = this.segments.days(id, range);
		model.addAttribute("segment", this.segments.details(id))
			.addAttribute("ranges", RANGES)
			.addAttribute("range", range)
			.addAttribute("days", line)
			.addAttribute("entered", line.stream().mapToLong(SegmentDay::entered).sum())
			.addAttribute("left", line.stream().mapToLong(SegmentDay::left).sum())
			.addAttribute("expired", line.stream().mapToLong(SegmentDay::expired).sum());
		return "segments/size";
	}

}
