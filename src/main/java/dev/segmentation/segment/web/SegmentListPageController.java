package dev.segmentation.segment.web;

import dev.segmentation.segment.SegmentFilter;
import dev.segmentation.segment.SegmentPage;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.web.page.PageController;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxResponse;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The list of segments.
 */
@PageController
class SegmentListPageController {

	private static final int PAGE = 50;

	private final SegmentService segments;

	SegmentListPageController(SegmentService segments) {
		this.segments = segments;
	}

	@GetMapping("/segments")
	String list(SegmentListRequest request, Model model) {
		fill(request, model);
		return "segments/list";
	}

	@GetMapping("/segments")
	@HxRequest(boosted = false)
	String table(SegmentListRequest request, Model model, HtmxResponse response) {
		SegmentLinks links = fill(request, model);
		if (request.at() == null) {
			response.setPushUrl(links.first());
		}
		return "segments/list :: table";
	}

	private SegmentLinks fill(SegmentListRequest request, Model model) {
		SegmentFilter filter = request.filter();
		SegmentPage page = this.segments.page(filter, request.cursor().orElse(null), PAGE);
		SegmentLinks links = new SegmentLinks(filter, page);
		model.addAttribute("filter", filter).addAttribute("page", page).addAttribute("links", links);
		return links;
	}

}
