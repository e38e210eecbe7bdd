package dev.segmentation.membership.web;

import dev.segmentation.membership.MemberService;
import dev.segmentation.shared.web.page.PageController;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxResponse;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Shows a segment's members.
 */
@PageController
@RequestMapping("/segments/{id:[0-9]{1,18}}")
class MemberListPageController {

	private final MemberView view;

	private final MemberService members;

	MemberListPageController(MemberView view, MemberService members) {
		this.view = view;
		this.members = members;
	}

	@GetMapping
	String list(@PathVariable long id, MemberListRequest request, Model model) {
		this.view.fill(id, request, model);
		model.addAttribute("form", AddMemberForm.EMPTY);
		return MemberView.PAGE;
	}

	@GetMapping
	@HxRequest(boosted = false)
	String table(@PathVariable long id, MemberListRequest request, Model model, HtmxResponse response) {
		this.view.fill(id, request, model);
		if (request.after() == null && request.before() == null) {
			response.setPushUrl(request.first(id));
		}
		return "members/list :: update";
	}

	/**
	 * How many there are now, for the page that is open.
	 */
	@GetMapping("/members/count")
	String count(@PathVariable long id, Model model) {
		this.view.fillSegment(id, model);
		return "members/list :: counts";
	}

	/**
	 * Users who may be meant by what is typed into the field.
	 */
	@GetMapping("/members/suggestions")
	String suggestions(@PathVariable long id, @RequestParam(defaultValue = "") String user, Model model) {
		String text = user.replace("\0", "").strip();
		model.addAttribute("suggestions", this.members.suggest(id, text)).addAttribute("text", text);
		return "members/list :: suggestions";
	}

}
